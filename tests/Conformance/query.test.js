import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import jsforce from 'jsforce';
import { startEmulator } from './emulator.js';

let emulator;
let connection;

before(async () => {
  emulator = await startEmulator();
});

after(() => emulator?.stop());

beforeEach(async () => {
  await fetch(`${emulator.url}/__emulator/reset`, { method: 'POST' });
  const oauth2 = { loginUrl: emulator.url, clientId: emulator.clientId, clientSecret: emulator.clientSecret };
  connection = new jsforce.Connection({ oauth2, version: '68.0' });
  await connection.authorize({ grant_type: 'client_credentials' });
});

describe('JSforce queries', () => {
  test('with explain', async () => {
    await connection.sobject('Account').create([{ Name: 'Acme' }, { Name: 'Other' }]);
    const { plans } = await connection.query("SELECT Id FROM Account WHERE Name = 'Acme'").explain();
    assert.equal(plans[0].leadingOperationType, 'Index');
    assert.deepEqual(plans[0].fields, ['Name']);
    assert.deepEqual([plans[0].cardinality, plans[0].sobjectCardinality], [1, 2]);
  });

  test('deleted records with scanAll', async () => {
    const { id } = await connection.sobject('Account').create({ Name: 'Gone' });
    await connection.sobject('Account').destroy(id);
    const soql = "SELECT Id, IsDeleted FROM Account WHERE Name = 'Gone'";
    assert.equal((await connection.query(soql)).totalSize, 0);
    const { records } = await connection.query(soql, { scanAll: true });
    assert.deepEqual(records.map(({ IsDeleted }) => IsDeleted), [true]);
  });

  test('by conditions, with includes, as events', async () => {
    const { id } = await connection.sobject('Account').create({ Name: 'Acme' });
    await connection.sobject('Contact').create([{ LastName: 'Brown', AccountId: id }, { LastName: 'Green', AccountId: id }]);
    const accounts = await connection.sobject('Account').find({ Name: { $like: 'ac%' } }, 'Id, Name')
      .include('Contacts').select('LastName').orderby('LastName', 'DESC').end()
      .execute();
    assert.deepEqual(accounts[0].Contacts.records.map(({ LastName }) => LastName), ['Green', 'Brown']);
    const names = [];
    await new Promise((resolve, reject) => {
      connection.query('SELECT LastName FROM Contact ORDER BY LastName')
        .on('record', ({ LastName }) => names.push(LastName)).on('end', resolve).on('error', reject).run({ autoFetch: true });
    });
    assert.deepEqual(names, ['Brown', 'Green']);
  });

  test('groups with subtotals', async () => {
    await connection.sobject('Lead').create(['Web', 'Web', 'Other'].map((LeadSource) => ({ LastName: 'l', Company: 'c', LeadSource })));
    const { records } = await connection.query('SELECT LeadSource, GROUPING(LeadSource) total, COUNT(Id) cnt FROM Lead GROUP BY ROLLUP(LeadSource)');
    assert.deepEqual(records.map(({ LeadSource, total, cnt }) => [LeadSource, total, cnt]), [['Web', 0, 2], ['Other', 0, 1], [null, 1, 3]]);
  });
});

describe('JSforce searches', () => {
  test('with SOSL', async () => {
    await connection.sobject('Account').create([{ Name: 'Acme Rockets' }, { Name: 'Other' }]);
    const { searchRecords } = await connection.search('FIND {acme*} IN NAME FIELDS RETURNING Account(Id, Name)');
    assert.deepEqual(searchRecords.map(({ attributes, Name }) => [attributes.type, Name]), [['Account', 'Acme Rockets']]);
  });

  test('and gets the error of a bad search', async () => {
    await assert.rejects(connection.search('acme'), { errorCode: 'MALFORMED_SEARCH' });
  });
});
