import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startEmulator } from '../Conformance/emulator.js';
import { signIn } from './cli.js';

let emulator;
let cli;

before(async () => {
  emulator = await startEmulator('--schema', fileURLToPath(new URL('../Conformance/schema.json', import.meta.url)));
  cli = await signIn(emulator);
});

after(() => {
  cli?.close();
  return emulator?.stop();
});

const write = (name, ...lines) => writeFileSync(join(cli.folder, name), `${lines.join('\n')}\n`);
const bulk = (verb, file, ...options) => cli.sf('data', verb, 'bulk', '--sobject', 'Account', '--file', file, '--wait', '5', '--line-ending', 'LF', ...options);

describe('Salesforce CLI over Bulk API 2.0', () => {
  // One after the other: the CLI looks at a job every five seconds.
  test('data import, upsert, export and delete bulk', async () => {
    write('in.csv', 'Name,Key__c', 'One,K-1', '"Two, ""2""",K-2');
    const imported = await bulk('import', 'in.csv');
    assert.deepEqual([imported.processedRecords, imported.successfulRecords, imported.failedRecords], [2, 2, 0]);

    write('upsert.csv', 'Name,Key__c', 'Deux,K-2', 'Trois,K-3');
    const upserted = await bulk('upsert', 'upsert.csv', '--external-id', 'Key__c');
    assert.deepEqual([upserted.jobInfo.numberRecordsProcessed, upserted.jobInfo.numberRecordsFailed], [2, 0]);

    await cli.sf('data', 'export', 'bulk', '--query', 'SELECT Id, Name FROM Account ORDER BY Name', '--output-file', 'out.csv', '--result-format', 'csv', '--wait', '5');
    const [header, ...rows] = readFileSync(join(cli.folder, 'out.csv'), 'utf8').trim().split('\n').map((line) => line.replaceAll('"', '').split(','));
    assert.deepEqual([header, rows.map(([, name]) => name)], [['Id', 'Name'], ['Deux', 'One', 'Trois']]);

    write('delete.csv', 'Id', ...rows.map(([id]) => id));
    await bulk('delete', 'delete.csv');
    assert.equal((await cli.sf('data', 'query', '--query', 'SELECT Id FROM Account')).totalSize, 0);
  });
});
