import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { here } from './cli.js';

beforeEach(() => fetch(`${here.emulator.url}/__emulator/reset`, { method: 'POST' }));

const create = (values) => here.cli.sf('data', 'create', 'record', '--sobject', 'Account', '--values', values);
const query = async (soql) => (await here.cli.sf('data', 'query', '--query', soql)).records;

describe('Salesforce CLI with records', () => {
  test('data create, get, update and delete record', async () => {
    const { id } = await create("Name='Acme Inc' Phone=123");
    assert.match(id, /^001\w{15}$/);
    const account = await here.cli.sf('data', 'get', 'record', '--sobject', 'Account', '--where', "Name='Acme Inc'");
    assert.deepEqual([account.Id, account.Phone], [id, '123']);
    await here.cli.sf('data', 'update', 'record', '--sobject', 'Account', '--record-id', id, '--values', 'Phone=456');
    assert.deepEqual((await query('SELECT Phone FROM Account')).map(({ Phone }) => Phone), ['456']);
    await here.cli.sf('data', 'delete', 'record', '--sobject', 'Account', '--record-id', id);
    assert.deepEqual(await query('SELECT Id FROM Account'), []);
  });

  test('a refused record is told with the field', async () => {
    await assert.rejects(create(`Name='Acme' Phone=${'1'.repeat(41)}`), /Phone: data value too large: 1{41} \(max length=40\)/);
  });

  test('data query with a parent and children, and as CSV', async () => {
    const { id } = await create("Name='Acme, \"Inc\"' Key__c=K-1");
    await here.cli.sf('data', 'create', 'record', '--sobject', 'Contact', '--values', `LastName=Roe AccountId=${id}`);
    const [account] = await query('SELECT Name, Owner.Name, (SELECT LastName FROM Contacts) FROM Account');
    assert.deepEqual([account.Owner.Name, account.Contacts.records[0].LastName], ['Emulator Administrator', 'Roe']);
    const { stdout } = await here.cli.run('data', 'query', '--query', 'SELECT Name, Key__c, Owner.Name FROM Account', '--result-format', 'csv');
    assert.equal(stdout.trim(), 'Name,Key__c,Owner.Name\n"Acme, ""Inc""",K-1,Emulator Administrator');
  });

  test('data search', async () => {
    await create("Name='Northern Lights'");
    const { searchRecords } = await here.cli.sf('data', 'search', '--query', 'FIND {north*} IN ALL FIELDS RETURNING Account(Id, Name)');
    assert.deepEqual(searchRecords.map(({ Name }) => Name), ['Northern Lights']);
  });

  test('data export tree and data import tree', async () => {
    const { id } = await create("Name='Parent'");
    await here.cli.sf('data', 'create', 'record', '--sobject', 'Contact', '--values', `LastName=Child AccountId=${id}`);
    await here.cli.sf('data', 'export', 'tree', '--query', 'SELECT Name, (SELECT LastName FROM Contacts) FROM Account', '--output-dir', 'tree', '--plan');
    await fetch(`${here.emulator.url}/__emulator/reset`, { method: 'POST' });
    const plan = readdirSync(join(here.cli.folder, 'tree')).find((name) => name.endsWith('plan.json'));
    await here.cli.sf('data', 'import', 'tree', '--plan', join('tree', plan));
    const [account] = await query('SELECT Name, (SELECT LastName FROM Contacts) FROM Account');
    assert.deepEqual([account.Name, account.Contacts.records[0].LastName], ['Parent', 'Child']);
  });

  test('org list limits', async () => {
    const limits = await here.cli.sf('org', 'list', 'limits');
    const { max, remaining } = limits.find(({ name }) => name === 'DailyApiRequests');
    assert.ok(max === 100_000 && remaining < max);
  });

  test('sobject describe and sobject list', async () => {
    const { name, fields } = await here.cli.sf('sobject', 'describe', '--sobject', 'Account');
    assert.equal(name, 'Account');
    assert.ok(fields.some((field) => field.name === 'Key__c' && field.externalId));
    assert.ok((await here.cli.sf('sobject', 'list', '--sobject', 'all')).includes('Contact'));
  });

  test('org display', async () => {
    const { instanceUrl, username, id } = await here.cli.sf('org', 'display');
    assert.deepEqual([new URL(instanceUrl).origin, username, id], [here.emulator.url, here.emulator.username, here.emulator.organizationId]);
  });
});
