import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import jsforce from 'jsforce';
import { startEmulator } from './emulator.js';

let emulator;
let connection;

const control = (method, path, body) => fetch(`${emulator.url}/__emulator/${path}`, { method, body });
const load = (options) => connection.bulk2.loadAndWaitForResults({ pollInterval: 20, pollTimeout: 30_000, ...options });
const names = (rows) => rows.map(({ Name }) => Name).sort();

before(async () => {
  const schema = fileURLToPath(new URL('schema.json', import.meta.url));
  emulator = await startEmulator('--schema', schema);
  connection = new jsforce.Connection({
    oauth2: { loginUrl: emulator.url, clientId: emulator.clientId, clientSecret: emulator.clientSecret },
    version: '68.0',
  });
  await connection.authorize({ grant_type: 'client_credentials' });
});

after(() => emulator?.stop());

beforeEach(async () => {
  await control('POST', 'reset');
});

describe('JSforce over Bulk API 2.0', () => {
  test('inserts, and gets the refused rows with their errors', async () => {
    const input = Array.from({ length: 1_000 }, (_, index) => ({ Name: index % 100 ? `A, "${index}"\n` : '', Phone: `+${index}` }));
    const { successfulResults, failedResults, unprocessedRecords } = await load({ object: 'Account', operation: 'insert', input });
    assert.equal(successfulResults.length, 990);
    assert.equal(failedResults.length, 10);
    assert.equal(unprocessedRecords.length, 0);
    assert.deepEqual(names(successfulResults), names(input.filter(({ Name }) => Name)));
    assert.ok(successfulResults.every((row) => row.sf__Created === 'true' && row.sf__Id.startsWith('001')));
    assert.match(failedResults[0].sf__Error, /^REQUIRED_FIELD_MISSING:Required fields are missing: \[Name\]:Name --$/);
  });

  test('updates, upserts and deletes', async () => {
    const input = [{ Key__c: 'K-1', Name: 'One' }, { Key__c: 'K-2', Name: 'Two' }];
    const { successfulResults: inserted } = await load({ object: 'Account', operation: 'insert', input });
    const { successfulResults: updated } = await load({
      object: 'Account', operation: 'update', input: inserted.map(({ sf__Id, Name }) => ({ Id: sf__Id, Name: `${Name}!`, Phone: null })),
    });
    assert.deepEqual(names(updated), ['One!', 'Two!']);
    const { successfulResults: upserted } = await load({
      object: 'Account', operation: 'upsert', externalIdFieldName: 'Key__c', input: [{ Key__c: 'K-2', Name: 'Deux' }, { Key__c: 'K-3', Name: 'Trois' }],
    });
    assert.deepEqual(Object.fromEntries(upserted.map((row) => [row.Key__c, row.sf__Created])), { 'K-2': 'false', 'K-3': 'true' });
    await load({ object: 'Account', operation: 'delete', input: inserted.map(({ sf__Id }) => ({ Id: sf__Id })) });
    const { records } = await connection.query('SELECT Name FROM Account');
    assert.deepEqual(names(records), ['Trois']);
  });

  test('links by an external id', async () => {
    await connection.sobject('Account').create({ Key__c: 'P-1', Name: 'Parent' });
    const { failedResults } = await load({ object: 'Contact', operation: 'insert', input: [{ LastName: 'Child', 'Account.Key__c': 'P-1' }] });
    assert.deepEqual(failedResults, []);
    const { records } = await connection.query('SELECT Account.Name FROM Contact');
    assert.equal(records[0].Account.Name, 'Parent');
  });

  test('gets the error of a job that fails as a whole', async () => {
    await assert.rejects(
      load({ object: 'Account', operation: 'insert', input: [{ Name: 'A', Nothing: 'B' }] }),
      /Ingest job failed to complete due to: InvalidBatch : Field name not found : Nothing/);
  });

  test('queries records with their parents', async () => {
    const input = Array.from({ length: 2_000 }, (_, index) => ({ Name: `A "${index}"`, AnnualRevenue: index }));
    await load({ object: 'Account', operation: 'insert', input });
    const stream = await connection.bulk2.query('SELECT Id, Name, AnnualRevenue, Owner.Name FROM Account', { pollInterval: 20, pollTimeout: 30_000 });
    const records = await stream.toArray();
    assert.equal(records.length, 2_000);
    assert.deepEqual(names(records), names(input));
    assert.equal(records[0]['Owner.Name'], 'Emulator Administrator');
  });

  test('is told what a bulk query cannot do', async () => {
    await assert.rejects(connection.bulk2.query('SELECT COUNT(Id) FROM Account'), /not supported in Bulk Query/);
  });
});
