import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startEmulator } from '../Conformance/emulator.js';

const installed = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
const program = installed('@salesforce/cli/bin/run.js');

// The CLI needs Node.js 22; where the tests run on an older one, it gets one of its own.
const node = Number(process.versions.node.split('.')[0]) >= 22 ? process.execPath : installed(`node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);

/** What the tests of a file work with: an emulator, and a CLI that is signed in to it. */
export const here = {};

before(async () => {
  here.emulator = await startEmulator('--schema', fileURLToPath(new URL('../Conformance/schema.json', import.meta.url)));
  here.cli = await signIn(here.emulator);
});

after(() => {
  here.cli?.close();
  return here.emulator?.stop();
});

/** A Salesforce CLI with a home and a working folder of its own, signed in to an emulator. */
async function signIn(emulator) {
  const folder = mkdtempSync(join(tmpdir(), 'sf-'));
  const answer = await fetch(`${emulator.url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: emulator.clientId, client_secret: emulator.clientSecret }),
  });
  const env = {
    ...process.env,
    HOME: folder,
    USERPROFILE: folder,
    SF_ACCESS_TOKEN: (await answer.json()).access_token,
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    FORCE_COLOR: '0',
  };
  const run = (...args) => new Promise((resolve) => {
    execFile(node, ['--no-deprecation', program, ...args], { cwd: folder, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }));
  });
  /** Runs a command and gives its result, as --json has it; its failure is thrown. */
  const sf = async (...args) => {
    const { stdout, stderr } = await run(...args, '--json');
    const { status, result, message, data } = JSON.parse(stdout);
    if (status !== 0) throw Object.assign(new Error(message ?? stderr), { status, result: result ?? data });
    return result;
  };
  const close = () => rmSync(folder, { recursive: true, force: true });
  await sf('org', 'login', 'access-token', '--instance-url', emulator.url, '--no-prompt', '--alias', 'emulator', '--set-default');
  return { run, sf, folder, close };
}
