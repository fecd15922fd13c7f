import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import jsforce from 'jsforce';
import { startEmulator } from './emulator.js';

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let emulator;

before(async () => {
  const certificate = join(folder, 'key.pem');
  writeFileSync(certificate, publicKey.export({ type: 'spki', format: 'pem' }));
  const schema = fileURLToPath(new URL('schema.json', import.meta.url));
  emulator = await startEmulator('--schema', schema, '--certificate', certificate);
});

after(async () => {
  await emulator?.stop();
  rmSync(folder, { recursive: true });
});

const oauth2 = () => ({ loginUrl: emulator.url, clientId: emulator.clientId, clientSecret: emulator.clientSecret });
const control = (method, path, body) => fetch(`${emulator.url}/__emulator/${path}`, { method, body });

/** What a person does with the sign-in page: fills it in and allows the app. */
async function allow(url) {
  const page = await (await fetch(url)).text();
  const form = new URLSearchParams({ username: emulator.username, password: emulator.password, decision: 'Allow' });
  for (const [, name, value] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)) {
    form.set(name, value.replaceAll(/&#x([0-9A-F]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))).replaceAll('&amp;', '&'));
  }
  const answer = await fetch(`${emulator.url}/services/oauth2/authorize`, { method: 'POST', body: form, redirect: 'manual' });
  return new URL(answer.headers.get('location')).searchParams;
}

function assertion() {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 120;
  const claims = { iss: emulator.clientId, sub: emulator.username, aud: 'https://login.salesforce.com', exp };
  const signed = `${encode({ alg: 'RS256' })}.${encode(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

async function connect(version = '68.0') {
  const connection = new jsforce.Connection({ oauth2: oauth2(), version });
  await connection.authorize({ grant_type: 'client_credentials' });
  return connection;
}

describe('JSforce signs in', () => {
  test('by SOAP login at 64.0', async () => {
    const connection = new jsforce.Connection({ loginUrl: emulator.url, version: '64.0' });
    const user = await connection.login(emulator.username, emulator.password + emulator.securityToken);
    assert.equal(user.id, emulator.userId);
    assert.equal(user.organizationId, emulator.organizationId);
    assert.equal((await connection.identity()).username, emulator.username);
    await connection.logout();
  });

  test('not by SOAP login at 65.0', async () => {
    const connection = new jsforce.Connection({ loginUrl: emulator.url, version: '65.0' });
    await assert.rejects(connection.login(emulator.username, emulator.password + emulator.securityToken), /INVALID_OPERATION/);
  });

  test('not with a wrong password', async () => {
    const connection = new jsforce.Connection({ loginUrl: emulator.url, version: '64.0' });
    await assert.rejects(connection.login(emulator.username, 'wrong'), /INVALID_LOGIN/);
  });

  test('by client credentials', async () => {
    const connection = await connect();
    assert.equal(connection.userInfo.id, emulator.userId);
    assert.equal((await connection.query('SELECT Id FROM User')).totalSize, 1);
  });

  test('by user name and password over OAuth', async () => {
    const connection = new jsforce.Connection({ oauth2: oauth2(), version: '68.0' });
    await connection.login(emulator.username, emulator.password + emulator.securityToken);
    assert.equal((await connection.identity()).user_id, emulator.userId);
  });

  test('by JWT bearer assertion', async () => {
    const connection = new jsforce.Connection({ oauth2: oauth2(), version: '68.0' });
    await connection.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: assertion() });
    assert.equal(connection.userInfo.organizationId, emulator.organizationId);
  });

  test('by authorization code with PKCE, and refreshes the session', async () => {
    const connection = new jsforce.Connection({
      oauth2: { ...oauth2(), redirectUri: 'http://localhost:3000/callback', useVerifier: true },
      version: '68.0',
    });
    const answer = await allow(connection.oauth2.getAuthorizationUrl({ scope: 'api refresh_token', state: 'a state' }));
    assert.equal(answer.get('state'), 'a state');
    await connection.authorize(answer.get('code'));
    const first = connection.accessToken;
    await control('POST', 'expire-sessions');
    assert.equal((await connection.query('SELECT Id FROM User')).totalSize, 1);
    assert.notEqual(connection.accessToken, first);
    assert.equal((await connection.identity()).user_id, emulator.userId);
    await connection.logout(true);
  });

  test('and refreshes a session that has expired', async () => {
    const connection = new jsforce.Connection({ loginUrl: emulator.url, version: '64.0' });
    await connection.login(emulator.username, emulator.password + emulator.securityToken);
    await control('POST', 'expire-sessions');
    assert.equal((await connection.query('SELECT Id FROM User')).totalSize, 1);
  });
});

for (const version of ['45.0', '64.0', '68.0']) {
  describe(`JSforce at ${version}`, () => {
    let connection;

    before(async () => {
      connection = await connect(version);
    });

    beforeEach(async () => {
      await control('POST', 'reset');
    });

    test('creates, reads, updates and deletes a record', async () => {
      const account = connection.sobject('Account');
      const created = await account.create({ Name: 'Größe & "Söhne"', NumberOfEmployees: 7, AnnualRevenue: 1.5e9 });
      assert.equal(created.success, true);
      const read = await account.retrieve(created.id);
      assert.equal(read.Name, 'Größe & "Söhne"');
      assert.equal(read.NumberOfEmployees, 7);
      assert.equal(read.AnnualRevenue, 1.5e9);
      assert.equal((await account.update({ Id: created.id, Name: 'Renamed' })).success, true);
      assert.equal((await account.retrieve(created.id)).Name, 'Renamed');
      assert.equal((await account.destroy(created.id)).success, true);
      await assert.rejects(account.retrieve(created.id), { errorCode: 'NOT_FOUND' });
    });

    test('creates, updates and deletes 200 records in a call', async () => {
      const contact = connection.sobject('Contact');
      const created = await contact.create(Array.from({ length: 200 }, (_, index) => ({ LastName: `L${index}` })));
      assert.ok(created.every((result) => result.success));
      const updated = await contact.update(created.map(({ id }) => ({ Id: id, FirstName: 'F' })));
      assert.deepEqual(updated.map(({ id }) => id), created.map(({ id }) => id));
      assert.equal((await contact.retrieve(created.map(({ id }) => id)))[199].FirstName, 'F');
      const deleted = await contact.destroy(created.map(({ id }) => id));
      assert.ok(deleted.every((result) => result.success));
      assert.equal(await contact.count({}), 0);
    });

    test('upserts by an external id, one record and many', async () => {
      const account = connection.sobject('Account');
      assert.equal((await account.upsert({ Key__c: 'K-1', Name: 'One' }, 'Key__c')).success, true);
      assert.equal((await account.upsert({ Key__c: 'K-1', Name: 'Uno' }, 'Key__c')).success, true);
      const many = await account.upsert([{ Key__c: 'K-1', Name: 'Eins' }, { Key__c: 'K-2', Name: 'Zwei' }], 'Key__c');
      assert.ok(many.every((result) => result.success));
      const { records } = await connection.query('SELECT Key__c, Name FROM Account ORDER BY Key__c');
      assert.deepEqual(records.map(({ Key__c, Name }) => [Key__c, Name]), [['K-1', 'Eins'], ['K-2', 'Zwei']]);
    });

    test('links by an external id', async () => {
      await connection.sobject('Account').create({ Key__c: 'P-1', Name: 'Parent' });
      const { id } = await connection.sobject('Contact').create({ LastName: 'Child', Account: { Key__c: 'P-1' } });
      const { records } = await connection.query(`SELECT Account.Name FROM Contact WHERE Id = '${id}'`);
      assert.equal(records[0].Account.Name, 'Parent');
    });

    test('queries parents with their children', async () => {
      const parent = await connection.sobject('Account').create({ Name: 'Parent' });
      await connection.sobject('Contact').create([{ LastName: 'B', AccountId: parent.id }, { LastName: 'A', AccountId: parent.id }]);
      await connection.sobject('Account').create({ Name: 'Without' });
      const { records } = await connection.query(
        'SELECT Id, Name, Owner.Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account ORDER BY Name');
      assert.deepEqual(records[0].Contacts.records.map(({ LastName }) => LastName), ['A', 'B']);
      assert.equal(records[0].Owner.attributes.type, 'User');
      assert.equal(records[1].Contacts, null);
    });

    test('fetches every page by itself', async () => {
      const names = Array.from({ length: 2_400 }, (_, index) => ({ LastName: `L${String(index).padStart(4, '0')}` }));
      await connection.sobject('Contact').create(names, { allowRecursive: true, allOrNone: true });
      const received = [];
      const query = connection.query('SELECT LastName FROM Contact ORDER BY LastName');
      query.on('record', ({ LastName }) => received.push({ LastName }));
      await query.run({ autoFetch: true, maxFetch: 10_000 });
      assert.deepEqual(received, names);
      assert.equal(query.totalSize, 2_400);
    });

    test('gets the error of a refused record and of a bad query', async () => {
      await assert.rejects(connection.sobject('Account').create({ Phone: '1' }), { errorCode: 'REQUIRED_FIELD_MISSING' });
      await assert.rejects(connection.query('SELECT Nothing FROM Account'), { errorCode: 'INVALID_FIELD' });
      const results = await connection.sobject('Account').create([{ Name: 'Good' }, { Phone: '1' }]);
      assert.deepEqual(results.map(({ success }) => success), [true, false]);
    });

    test('describes', async () => {
      const { fields, childRelationships } = await connection.describe('Account');
      assert.equal(fields.find(({ name }) => name === 'Key__c').externalId, true);
      assert.ok(childRelationships.some(({ relationshipName }) => relationshipName === 'Contacts'));
      const { sobjects } = await connection.describeGlobal();
      assert.ok(sobjects.some(({ name }) => name === 'Opportunity'));
    });

    test('reads limits and counts its calls', async () => {
      const limits = await connection.limits();
      assert.equal(limits.DailyApiRequests.Max, 100_000);
      assert.equal(connection.limitInfo.apiUsage.limit, 100_000);
      assert.equal(connection.limitInfo.apiUsage.used, 1);
    });
  });
}
