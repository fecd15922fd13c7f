// JSforce at the same work as the module, in one process: prints time and CPU of each round and the peak memory as JSON.
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../tests/Conformance/', import.meta.url));
const jsforce = require('jsforce');
const [task, loginUrl, clientId, clientSecret, argument, rounds = '1'] = process.argv.slice(2);

const token = await (await fetch(new URL('/services/oauth2/token', loginUrl), {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
})).json();
const connection = new jsforce.Connection({ instanceUrl: token.instance_url, accessToken: token.access_token, version: '64.0' });
connection.bulk2.pollInterval = 500;
connection.bulk2.pollTimeout = 600_000;

const count = (stream) => new Promise((resolve, reject) => {
  let rows = 0;
  stream.on('record', () => { rows++; }).on('end', () => resolve(rows)).on('error', reject);
});
const tasks = {
  query: () => {
    const query = connection.query(argument);
    const rows = count(query);
    query.run({ autoFetch: true, maxFetch: 10_000_000 });
    return rows;
  },
  bulkQuery: async () => count(await connection.bulk2.query(argument)),
  bulkLoad: async () => {
    const results = await connection.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'insert', input: createReadStream(argument) });
    return results.successfulResults.length + results.failedResults.length;
  },
};

const cpu = () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return (userCPUTime + systemCPUTime) / 1e6;
};
const seconds = [];
const cpuSeconds = [];
let rows = 0;
for (let round = 0; round < Number(rounds); round++) {
  const before = cpu();
  const start = performance.now();
  rows = await tasks[task]();
  seconds.push((performance.now() - start) / 1000);
  cpuSeconds.push(cpu() - before);
}
console.log(JSON.stringify({
  Rows: rows,
  Seconds: seconds,
  CpuSeconds: cpuSeconds,
  PeakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
}));
