import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import jsforce from 'jsforce';
import { startEmulator } from './emulator.js';

const staged = fileURLToPath(new URL('../../output/SalesforcePS/', import.meta.url));
const version = existsSync(staged) && readdirSync(staged)[0];
const hasPowerShell = spawnSync('pwsh', ['-NoProfile', '-Command', 'exit 0']).status === 0;
let emulator;

before(async () => {
  emulator = await startEmulator();
});

after(() => emulator?.stop());

function runModule(script) {
  const { status, stderr } = spawnSync('pwsh', ['-NoProfile', '-NonInteractive', '-Command', `
    $ErrorActionPreference = 'Stop'
    Import-Module $env:MODULE
    Connect-Sf -LoginUrl $env:LOGIN_URL -ClientId $env:CLIENT_ID -ClientSecret (ConvertTo-SecureString $env:CLIENT_SECRET -AsPlainText -Force)
    ${script}`], {
    env: { ...process.env, MODULE: `${staged}${version}/SalesforcePS.psd1`, LOGIN_URL: emulator.url, CLIENT_ID: emulator.clientId, CLIENT_SECRET: emulator.clientSecret },
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
}

describe('JSforce reads what the module has written', { skip: !(version && hasPowerShell) && 'it needs the staged module and pwsh' }, () => {
  test('a file and an attachment', async () => {
    runModule(`
      $parent = (New-SfRecord Account -InputObject @{ Name = 'Parent' }).Id
      $bytes = [byte[]] (0..255)
      Add-SfAttachment -Content $bytes -Name 'all bytes.bin' -ParentId $parent
      Add-SfAttachment -Content $bytes -Name 'all bytes.bin' -ParentId $parent -Classic`);
    const connection = new jsforce.Connection({
      oauth2: { loginUrl: emulator.url, clientId: emulator.clientId, clientSecret: emulator.clientSecret }, version: '68.0',
    });
    await connection.authorize({ grant_type: 'client_credentials' });
    for (const [type, field, name] of [['ContentVersion', 'VersionData', 'PathOnClient'], ['Attachment', 'Body', 'Name']]) {
      const [record] = (await connection.query(`SELECT Id, ${name} FROM ${type}`)).records;
      const pieces = [];
      for await (const piece of connection.sobject(type).record(record.Id).blob(field)) pieces.push(piece);
      assert.equal(record[name], 'all bytes.bin');
      assert.deepEqual(Buffer.concat(pieces), Buffer.from(Array.from({ length: 256 }, (_, index) => index)));
    }
  });
});
