import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const builds = ['release', 'debug'].map((name) =>
  fileURLToPath(new URL(`../../artifacts/bin/SalesforcePS.Emulator/${name}/SalesforcePS.Emulator.dll`, import.meta.url)));

/** Starts the emulator that SALESFORCEPS_EMULATOR names, or the last build. It ends with this process. */
export async function startEmulator(...options) {
  const assembly = process.env.SALESFORCEPS_EMULATOR ?? builds.find(existsSync);
  if (!assembly) throw new Error('Build the emulator first: dotnet build src/SalesforcePS.Emulator -c Release');
  const child = spawn('dotnet', [assembly, '--stop-on-input-end', ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const stop = () => {
      child.stdin.end();
      return ended;
    };
    return { ...JSON.parse(line), stop };
  }
  throw new Error(`The emulator ended with code ${await ended}.`);
}
