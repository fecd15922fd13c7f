import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import jsforce from 'jsforce';
import { startEmulator } from './emulator.js';

const version = '68.0';
const root = `/services/data/v${version}`;
let emulator;
let connection;

before(async () => {
  const schema = fileURLToPath(new URL('schema.json', import.meta.url));
  emulator = await startEmulator('--schema', schema);
  connection = new jsforce.Connection({
    oauth2: { loginUrl: emulator.url, clientId: emulator.clientId, clientSecret: emulator.clientSecret },
    version,
  });
  await connection.authorize({ grant_type: 'client_credentials' });
});

after(() => emulator?.stop());

beforeEach(async () => {
  await fetch(`${emulator.url}/__emulator/reset`, { method: 'POST' });
});

const create = async (type, record) => (await connection.sobject(type).create(record)).id;
const anHour = () => [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)];

describe('JSforce over the REST resources', () => {
  test('sends a composite with references', async () => {
    const { compositeResponse } = await connection.requestPost(`${root}/composite`, {
      allOrNone: true,
      compositeRequest: [
        { method: 'POST', url: `${root}/sobjects/Account`, referenceId: 'account', body: { Name: 'A' } },
        { method: 'POST', url: `${root}/sobjects/Contact`, referenceId: 'contact', body: { LastName: 'L', AccountId: '@{account.id}' } },
        { method: 'GET', url: `${root}/query?q=SELECT+Account.Name+FROM+Contact+WHERE+Id='@{contact.id}'`, referenceId: 'query' },
      ],
    });
    assert.deepEqual(compositeResponse.map(({ httpStatusCode }) => httpStatusCode), [201, 201, 200]);
    assert.equal(compositeResponse[2].body.records[0].Account.Name, 'A');
  });

  test('sends a batch, a graph and a tree', async () => {
    const batch = await connection.requestPost(`${root}/composite/batch`, { batchRequests: [{ method: 'GET', url: `v${version}/limits` }] });
    assert.equal(batch.hasErrors, false);
    const { graphs } = await connection.requestPost(`${root}/composite/graph`, {
      graphs: [{ graphId: 'g', compositeRequest: [{ method: 'POST', url: `${root}/sobjects/Account`, referenceId: 'a', body: { Name: 'A' } }] }],
    });
    assert.equal(graphs[0].isSuccessful, true);
    const { results } = await connection.requestPost(`${root}/composite/tree/Account`, {
      records: [{
        attributes: { type: 'Account', referenceId: 'a' }, Name: 'T',
        Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'c' }, LastName: 'L' }] },
      }],
    });
    assert.deepEqual(results.map(({ referenceId }) => referenceId), ['a', 'c']);
    assert.equal(await connection.sobject('Account').count({}), 2);
  });

  test('rolls a collection back as a whole', async () => {
    const results = await connection.sobject('Account').create([{ Name: 'A' }, { Phone: '1' }], { allOrNone: true });
    assert.deepEqual(results.map(({ success }) => success), [false, false]);
    assert.equal(await connection.sobject('Account').count({}), 0);
  });

  test('reads what was updated and deleted', async () => {
    const [kept, gone] = [await create('Account', { Name: 'Kept' }), await create('Account', { Name: 'Gone' })];
    await connection.sobject('Account').destroy(gone);
    const { ids } = await connection.sobject('Account').updated(...anHour());
    const { deletedRecords } = await connection.sobject('Account').deleted(...anHour());
    assert.deepEqual(ids, [kept]);
    assert.deepEqual(deletedRecords.map(({ id }) => id), [gone]);
  });

  test('reads recent items, of one object and of all', async () => {
    const account = await create('Account', { Name: 'A' });
    const contact = await create('Contact', { LastName: 'L' });
    assert.deepEqual((await connection.recent()).map(({ Id }) => Id), [contact, account]);
    assert.deepEqual((await connection.sobject('Account').recent()).map(({ Id }) => Id), [account]);
  });

  test('follows relationships', async () => {
    const account = await create('Account', { Name: 'A' });
    const contact = await create('Contact', { LastName: 'L', AccountId: account });
    assert.equal((await connection.request(`${root}/sobjects/Contact/${contact}/Account`)).Id, account);
    assert.equal((await connection.request(`${root}/sobjects/Account/${account}/Contacts?fields=LastName`)).records[0].LastName, 'L');
  });

  test('finds a record unchanged by its tag', async () => {
    const url = `${emulator.url}${root}/sobjects/Account/${await create('Account', { Name: 'A' })}`;
    const headers = { authorization: `Bearer ${connection.accessToken}` };
    const etag = (await fetch(url, { headers })).headers.get('etag');
    assert.equal((await fetch(url, { headers: { ...headers, 'if-none-match': etag } })).status, 304);
  });

  test('counts records and reads every limit', async () => {
    await create('Account', { Name: 'A' });
    const { sObjects } = await connection.request(`${root}/limits/recordCount?sObjects=Account`);
    assert.deepEqual(sObjects, [{ count: 1, name: 'Account' }]);
    const limits = await connection.limits();
    assert.ok(Object.values(limits).every(({ Max, Remaining }) => Remaining <= Max));
    assert.ok(['DailyBulkV2QueryJobs', 'DataStorageMB', 'HourlyPublishedPlatformEvents', 'PermissionSets'].every((name) => name in limits));
  });

  test('reads list views, and the rows that their query gives', async () => {
    const owned = await create('Account', { Name: 'A', Type: 'Prospect' });
    const { listviews, size } = await connection.sobject('Account').listviews();
    assert.equal(listviews.length, size);
    const { id } = listviews.find(({ developerName }) => developerName === 'MyAccounts');
    const view = connection.sobject('Account').listview(id);
    const { query, columns, scope } = await view.describe();
    const { records, done } = await view.results();
    assert.equal(scope, 'mine');
    assert.equal(done, true);
    assert.deepEqual(records[0].columns.map(({ fieldNameOrPath }) => fieldNameOrPath), columns.map(({ fieldNameOrPath }) => fieldNameOrPath));
    assert.equal(records[0].columns.find(({ fieldNameOrPath }) => fieldNameOrPath === 'Id').value, owned);
    assert.deepEqual((await connection.query(query)).records.map(({ Id }) => Id), [owned]);
    assert.equal((await view.explain()).plans[0].sobjectType, 'Account');
    const [listed] = (await connection.query(`SELECT Name, SobjectType FROM ListView WHERE Id = '${id}'`)).records;
    assert.deepEqual([listed.Name, listed.SobjectType], ['My Accounts', 'Account']);
  });

  test('reads layouts and compact layouts', async () => {
    const { layouts, recordTypeMappings } = await connection.sobject('Account').layouts();
    assert.equal(recordTypeMappings[0].layoutId, layouts[0].id);
    const items = layouts[0].editLayoutSections.flatMap(({ layoutRows }) => layoutRows).flatMap(({ layoutItems }) => layoutItems);
    const name = items.find(({ layoutComponents }) => layoutComponents[0]?.value === 'Name');
    assert.deepEqual([name.label, name.required, name.layoutComponents[0].details.type], ['Account Name', true, 'string']);
    assert.ok(items.some(({ layoutComponents }) => layoutComponents[0]?.value === 'Key__c'));
    assert.equal((await connection.request(recordTypeMappings[0].urls.layout)).id, layouts[0].id);
    const { compactLayouts } = await connection.sobject('Account').compactLayouts();
    assert.equal(compactLayouts[0].fieldItems[0].layoutComponents[0].value, 'Name');
    await assert.rejects(connection.sobject('Account').layouts('Nothing'), { errorCode: 'NOT_FOUND' });
  });

  test('gets XML where it asks for it', async () => {
    const answer = await fetch(`${emulator.url}${root}/limits`, {
      headers: { authorization: `Bearer ${connection.accessToken}`, accept: 'application/xml' },
    });
    assert.match(answer.headers.get('content-type'), /^application\/xml/);
    assert.match(await answer.text(), /<LimitsSnapshot.*<DailyApiRequests>/);
  });
});

describe('JSforce over SOAP', () => {
  test('merges', async () => {
    const [master, other] = [await create('Account', { Name: 'Master' }), await create('Account', { Name: 'Other' })];
    const contact = await create('Contact', { LastName: 'L', AccountId: other });
    const [result] = await connection.soap.merge([{ masterRecord: { type: 'Account', Id: master }, recordToMergeIds: [other] }]);
    assert.deepEqual([result.success, result.id, result.mergedRecordIds, result.updatedRelatedIds], [true, master, [other], [contact]]);
    assert.equal((await connection.sobject('Contact').retrieve(contact)).AccountId, master);
  });

  test('undeletes nothing after it has emptied the recycle bin', async () => {
    const id = await create('Account', { Name: 'A' });
    await connection.sobject('Account').destroy(id);
    const [emptied] = await connection.soap.emptyRecycleBin([id]);
    assert.equal(emptied.success, true);
    assert.equal((await connection.query('SELECT Id FROM Account', { scanAll: true })).totalSize, 0);
  });

  test('converts a lead', async () => {
    const lead = await create('Lead', { LastName: 'L', Company: 'C' });
    const result = await connection.soap.convertLead({
      convertedStatus: 'Closed - Converted', doNotCreateOpportunity: false, leadId: lead, overwriteLeadSource: false, sendNotificationEmail: false,
    });
    assert.equal(result.success, true);
    assert.equal((await connection.sobject('Account').retrieve(result.accountId)).Name, 'C');
    assert.equal((await connection.sobject('Lead').retrieve(lead)).ConvertedContactId, result.contactId);
  });

  test('reads the server time and the user', async () => {
    assert.ok(Math.abs(new Date((await connection.soap.getServerTimestamp()).timestamp) - Date.now()) < 60_000);
    assert.equal((await connection.soap.getUserInfo()).userId, emulator.userId);
  });
});
