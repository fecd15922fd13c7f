import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { here } from './cli.js';

const write = (name, ...lines) => writeFileSync(join(here.cli.folder, name), `${lines.join('\n')}\n`);
const bulk = (verb, file, ...options) => here.cli.sf('data', verb, 'bulk', '--sobject', 'Account', '--file', file, '--wait', '5', '--line-ending', 'LF', ...options);

describe('Salesforce CLI over Bulk API 2.0', () => {
  // One after the other: the CLI looks at a job every five seconds.
  test('data import, upsert, export and delete bulk', async () => {
    write('in.csv', 'Name,Key__c', 'One,K-1', '"Two, ""2""",K-2');
    const imported = await bulk('import', 'in.csv');
    assert.deepEqual([imported.processedRecords, imported.successfulRecords, imported.failedRecords], [2, 2, 0]);

    write('upsert.csv', 'Name,Key__c', 'Deux,K-2', 'Trois,K-3');
    const upserted = await bulk('upsert', 'upsert.csv', '--external-id', 'Key__c');
    assert.deepEqual([upserted.jobInfo.numberRecordsProcessed, upserted.jobInfo.numberRecordsFailed], [2, 0]);

    await here.cli.sf('data', 'export', 'bulk', '--query', 'SELECT Id, Name FROM Account ORDER BY Name', '--output-file', 'out.csv', '--result-format', 'csv', '--wait', '5');
    const [header, ...rows] = readFileSync(join(here.cli.folder, 'out.csv'), 'utf8').trim().split('\n').map((line) => line.replaceAll('"', '').split(','));
    assert.deepEqual([header, rows.map(([, name]) => name)], [['Id', 'Name'], ['Deux', 'One', 'Trois']]);

    write('delete.csv', 'Id', ...rows.map(([id]) => id));
    await bulk('delete', 'delete.csv');
    assert.equal((await here.cli.sf('data', 'query', '--query', 'SELECT Id FROM Account')).totalSize, 0);
  });
});
