import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import jsforce from 'jsforce';
import { startEmulator } from './emulator.js';

let emulator;

before(async () => {
  emulator = await startEmulator('--schema', fileURLToPath(new URL('schema.json', import.meta.url)));
});

after(() => emulator?.stop());

async function connect(version) {
  const oauth2 = { loginUrl: emulator.url, clientId: emulator.clientId, clientSecret: emulator.clientSecret };
  const connection = new jsforce.Connection({ oauth2, version });
  await connection.authorize({ grant_type: 'client_credentials' });
  connection.bulk.pollInterval = 10;
  return connection;
}

for (const version of ['45.0', '68.0']) {
  describe(`JSforce with Bulk API 1.0 at ${version}`, () => {
    let connection;

    before(async () => {
      connection = await connect(version);
    });

    test('inserts and gets the results in order', async () => {
      const records = Array.from({ length: 1_000 }, (_, index) => ({ FirstName: 'F', LastName: index % 97 ? `L"${index}, é` : '' }));
      const results = await connection.bulk.load('Contact', 'insert', records);
      assert.equal(results.length, 1_000);
      results.forEach(({ id, success, created, errors }, index) => {
        assert.equal(success, index % 97 !== 0);
        assert.equal(created, success);
        assert.match(success ? id : errors[0], success ? /^003/ : /^REQUIRED_FIELD_MISSING:Required fields are missing: \[LastName\]/);
      });
      const saved = await connection.sobject('Contact').retrieve(results[500].id);
      assert.equal(saved.LastName, 'L"500, é');
    });

    test('updates, clears and leaves alone', async () => {
      const { id } = await connection.sobject('Account').create({ Name: 'A', Phone: '1', Fax: '2' });
      const results = await connection.bulk.load('Account', 'update', [{ Id: id, Name: 'B', Phone: null, Fax: '' }]);
      assert.deepEqual(results, [{ id, success: true, created: false, errors: [] }]);
      const { Name, Phone, Fax } = await connection.sobject('Account').retrieve(id);
      assert.deepEqual([Name, Phone, Fax], ['B', null, '2']);
    });

    test('upserts by an external id', async () => {
      const { id } = await connection.sobject('Account').create({ Name: 'A', Key__c: `${version} 1` });
      const results = await connection.bulk.load('Account', 'upsert', { extIdField: 'Key__c' }, [
        { Key__c: `${version} 1`, Name: 'Eins' },
        { Key__c: `${version} 2`, Name: 'Zwei' },
      ]);
      assert.deepEqual(results.map(({ created }) => created), [false, true]);
      assert.equal(results[0].id, id);
    });

    test('deletes', async () => {
      const created = await connection.sobject('Account').create([{ Name: 'A' }, { Name: 'B' }]);
      const results = await connection.bulk.load('Account', 'delete', created.map(({ id }) => ({ Id: id })));
      assert.ok(results.every(({ success }) => success));
      assert.deepEqual(await connection.sobject('Account').retrieve(created.map(({ id }) => id)), [null, null]);
    });

    test('hears of a header that is wrong', async () => {
      const load = async () => connection.bulk.load('Account', 'insert', [{ Name: 'A', Bacon: 'B' }]);
      await assert.rejects(load, /InvalidBatch : Field name not found : Bacon/);
    });

    test('takes CSV text, in serial mode', async () => {
      const results = await connection.bulk.load('Account', 'insert', { concurrencyMode: 'Serial' }, 'Name\nA\nB\n');
      assert.deepEqual(results.map(({ success }) => success), [true, true]);
    });

    test('closes its job and lists its batches', async () => {
      const job = connection.bulk.createJob('Account', 'insert');
      const batch = job.createBatch();
      batch.execute([{ Name: 'A' }]);
      await new Promise((resolve) => batch.on('queue', resolve));
      batch.poll(10, 10_000);
      await batch;
      const list = await job.list();
      assert.deepEqual(list.map(({ id, state }) => [id, state]), [[batch.id, 'Completed']]);
      assert.equal((await job.close()).state, 'Closed');
    });

    test('queries', async () => {
      const { id } = await connection.sobject('Account').create({ Name: 'Größe & "Söhne",\nErben', AnnualRevenue: 1.5e9 });
      const stream = await connection.bulk.query(`SELECT Id, Name, AnnualRevenue, Phone, Owner.Name FROM Account WHERE Id = '${id}'`);
      const records = await stream.toArray();
      assert.equal(records.length, 1);
      assert.equal(records[0].Name, 'Größe & "Söhne",\nErben');
      assert.equal(records[0].AnnualRevenue, '1.5E9');
      assert.equal(records[0].Phone, '');
      assert.equal(records[0]['Owner.Name'], 'Emulator Administrator');
    });

    test('hears of a query that is wrong', async () => {
      await assert.rejects(connection.bulk.query('SELECT Bacon FROM Account'), /InvalidBatch : Failed to process query: INVALID_FIELD/);
    });
  });
}

test('JSforce with Bulk API 1.0 renews a session that has expired', async () => {
  const connection = new jsforce.Connection({ loginUrl: emulator.url, version: '64.0' });
  await connection.login(emulator.username, emulator.password + emulator.securityToken);
  connection.bulk.pollInterval = 10;
  await fetch(`${emulator.url}/__emulator/expire-sessions`, { method: 'POST' });
  const results = await connection.bulk.load('Account', 'insert', [{ Name: 'A' }]);
  assert.deepEqual(results.map(({ success }) => success), [true]);
});
