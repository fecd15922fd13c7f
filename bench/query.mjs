// Queries with JSforce's autoFetch and tells the time per round and the process's peak memory, as JSON.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../tests/Conformance/', import.meta.url));
const jsforce = require('jsforce');
const [loginUrl, clientId, clientSecret, soql, rounds] = process.argv.slice(2);

const token = await (await fetch(new URL('/services/oauth2/token', loginUrl), {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
})).json();
const connection = new jsforce.Connection({ instanceUrl: token.instance_url, accessToken: token.access_token, version: '68.0' });

const seconds = [];
let rows = 0;
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  rows = 0;
  await new Promise((resolve, reject) => {
    connection.query(soql)
      .on('record', () => { rows++; })
      .on('end', resolve)
      .on('error', reject)
      .run({ autoFetch: true, maxFetch: 10_000_000 });
  });
  seconds.push((performance.now() - start) / 1000);
}
const usage = process.resourceUsage();
console.log(JSON.stringify({
  Rows: rows,
  Seconds: seconds,
  CpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
  PeakMegabytes: Math.round(usage.maxRSS / 1024),
}));
