import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import jsforce from 'jsforce';
import { startEmulator } from './emulator.js';

const recorded = new URL('../../../shared/data/recorded/restforce-json/spec__fixtures__sobject__sobject_describe_success_response.json', import.meta.url);
let emulator;
let connection;

before(async () => {
  emulator = await startEmulator('--schema', fileURLToPath(new URL('schema.json', import.meta.url)));
  connection = new jsforce.Connection({
    oauth2: { loginUrl: emulator.url, clientId: emulator.clientId, clientSecret: emulator.clientSecret },
    version: '68.0',
  });
  await connection.authorize({ grant_type: 'client_credentials' });
});

after(() => emulator?.stop());

beforeEach(() => fetch(`${emulator.url}/__emulator/reset`, { method: 'POST' }));

const create = async (type, record) => (await connection.sobject(type).create(record)).id;

describe('JSforce queries', () => {
  test('by events', async () => {
    for (const Name of ['A', 'B', 'C']) await create('Account', { Name });
    const events = [];
    const query = connection.query('SELECT Name FROM Account ORDER BY Name');
    await new Promise((resolve, reject) => {
      query.on('record', ({ Name }, index) => events.push(`${index} ${Name}`)).on('end', resolve).on('error', reject);
      query.run({ autoFetch: true });
    });
    assert.deepEqual(events, ['0 A', '1 B', '2 C']);
    assert.deepEqual([query.totalFetched, query.totalSize], [3, 3]);
  });

  test('page by page', async () => {
    await connection.sobject('Contact').create(Array.from({ length: 201 }, (_, index) => ({ LastName: `L${index}` })), { allowRecursive: true });
    const first = await connection.query('SELECT Id FROM Contact', { headers: { 'Sforce-Query-Options': 'batchSize=200' } });
    assert.deepEqual([first.records.length, first.done, first.totalSize], [200, false, 201]);
    const rest = await connection.queryMore(first.nextRecordsUrl);
    assert.deepEqual([rest.records.length, rest.done], [1, true]);
  });

  test('through its query builder, with children', async () => {
    const AccountId = await create('Account', { Name: 'Parent' });
    await create('Contact', { LastName: 'Child', AccountId });
    const [account] = await connection.sobject('Account').find({ Name: { $like: 'par%' } }, 'Id, Name')
      .include('Contacts').select('LastName').end().sort({ Name: -1 }).limit(5).execute();
    assert.deepEqual([account.Name, account.Contacts.records[0].LastName], ['Parent', 'Child']);
    assert.equal(await connection.sobject('Contact').count({ 'Account.Name': 'Parent' }), 1);
  });

  test('sums and groups', async () => {
    for (const [Name, Industry, AnnualRevenue] of [['A', 'Energy', 1], ['B', 'Energy', 2], ['C', 'Banking', 4]]) {
      await create('Account', { Name, Industry, AnnualRevenue });
    }
    const { records } = await connection.query(
      'SELECT Industry, COUNT(Id) n, SUM(AnnualRevenue) FROM Account GROUP BY Industry HAVING COUNT(Id) > 0 ORDER BY Industry');
    assert.deepEqual(records.map(({ Industry, n, expr0 }) => [Industry, n, expr0]), [['Banking', 1, 4], ['Energy', 2, 3]]);
  });

  test('and groups with subtotals', async () => {
    await connection.sobject('Lead').create(['Web', 'Web', 'Other'].map((LeadSource) => ({ LastName: 'l', Company: 'c', LeadSource })));
    const { records } = await connection.query('SELECT LeadSource, GROUPING(LeadSource) total, COUNT(Id) n FROM Lead GROUP BY ROLLUP(LeadSource)');
    assert.deepEqual(records.map(({ LeadSource, total, n }) => [LeadSource, total, n]), [['Web', 0, 2], ['Other', 0, 1], [null, 1, 3]]);
  });

  test('deleted records too, and brings them back', async () => {
    const id = await create('Account', { Name: 'Gone' });
    await connection.sobject('Account').destroy(id);
    assert.equal((await connection.query('SELECT Id FROM Account')).totalSize, 0);
    const { records } = await connection.query('SELECT Id, IsDeleted FROM Account', { scanAll: true });
    assert.deepEqual(records.map(({ Id, IsDeleted }) => [Id, IsDeleted]), [[id, true]]);
    const [undeleted] = await connection.soap.undelete([id]);
    assert.equal(undeleted.success, true);
    assert.equal((await connection.query('SELECT Id FROM Account')).totalSize, 1);
  });

  test('and has a query explained', async () => {
    const { plans } = await connection.query("SELECT Id FROM Account WHERE Key__c = 'K'").explain();
    assert.deepEqual(Object.keys(plans[0]), ['cardinality', 'fields', 'leadingOperationType', 'notes', 'relativeCost', 'sobjectCardinality', 'sobjectType']);
    assert.deepEqual([plans[0].leadingOperationType, plans[0].fields, plans[0].sobjectType], ['Index', ['Key__c'], 'Account']);
  });

  test('and searches', async () => {
    const id = await create('Account', { Name: 'Northern Lights' });
    await create('Contact', { LastName: 'Northern' });
    const { searchRecords } = await connection.search('FIND {north*} IN NAME FIELDS RETURNING Account(Id, Name), Contact(Id)');
    assert.deepEqual(searchRecords.map(({ attributes }) => attributes.type), ['Account', 'Contact']);
    assert.deepEqual([searchRecords[0].Id, searchRecords[0].Name], [id, 'Northern Lights']);
    await assert.rejects(connection.search('north'), { errorCode: 'MALFORMED_SEARCH' });
  });
});

describe('JSforce describes', () => {
  test('with every key of a recorded describe', { skip: !existsSync(recorded) && 'the recorded responses are not there' }, async () => {
    const real = JSON.parse(readFileSync(recorded, 'utf8'));
    const ours = await connection.describe('Account');
    const missing = (theirs, mine) => Object.keys(theirs).filter((key) => !(key in mine));
    assert.deepEqual(missing(real, ours), []);
    const mine = ours.fields.find(({ name }) => name === 'OwnerId');
    for (const field of real.fields) assert.deepEqual(missing(field, mine), [], field.name);
    assert.deepEqual(missing(real.childRelationships[0], ours.childRelationships[0]), []);
    assert.deepEqual(missing(real.urls, ours.urls), []);
    assert.deepEqual(missing(real.recordTypeInfos[0], ours.recordTypeInfos[0]), []);
  });

  test('and is told that nothing has changed', async () => {
    const ask = (headers) => fetch(`${emulator.url}/services/data/v68.0/sobjects/Account/describe`, {
      headers: { Authorization: `Bearer ${connection.accessToken}`, ...headers },
    });
    const changed = (await ask({})).headers.get('last-modified');
    assert.equal((await ask({ 'If-Modified-Since': changed })).status, 304);
  });

  test('who the user is', async () => {
    const { user_id: user, organization_id: organization } = await connection.identity();
    assert.deepEqual([user, organization], [emulator.userId, emulator.organizationId]);
  });
});
