import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import jsforce from 'jsforce';
import { startEmulator } from './emulator.js';

const root = '/services/data/v68.0';
const content = Buffer.from(Array.from({ length: 1_500_000 }, (_, index) => (index * 7) % 251));
let emulator;
let connection;
let token;

before(async () => {
  emulator = await startEmulator();
  connection = new jsforce.Connection({
    oauth2: { loginUrl: emulator.url, clientId: emulator.clientId, clientSecret: emulator.clientSecret },
    version: '68.0',
  });
  await connection.authorize({ grant_type: 'client_credentials' });
  token = connection.accessToken;
});

after(() => emulator?.stop());

beforeEach(async () => {
  await fetch(`${emulator.url}/__emulator/reset`, { method: 'POST' });
});

const read = async (stream) => {
  const pieces = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
};

// The form that the Salesforce CLI sends for "data create file".
const form = (record, part, name) => {
  const data = new FormData();
  data.append('entity_content', new Blob([JSON.stringify(record)], { type: 'application/json' }));
  data.append(part, new Blob([content]), name);
  return data;
};

const upload = async (path, data) => {
  const answer = await fetch(`${emulator.url}${root}/${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: data });
  return { status: answer.status, body: await answer.json() };
};

describe('Files', () => {
  test('JSforce creates a version with base64 and reads its blob', async () => {
    const account = (await connection.sobject('Account').create({ Name: 'A' })).id;
    const { id } = await connection.sobject('ContentVersion').create({
      PathOnClient: 'report.pdf', VersionData: content.toString('base64'), FirstPublishLocationId: account,
    });

    const [version] = (await connection.query('SELECT Title, FileType, ContentSize, ContentDocumentId FROM ContentVersion')).records;
    assert.deepEqual([version.Title, version.FileType, version.ContentSize], ['report', 'PDF', content.length]);
    const links = await connection.query(`SELECT LinkedEntityId FROM ContentDocumentLink WHERE ContentDocumentId = '${version.ContentDocumentId}'`);
    assert.ok(links.records.some((link) => link.LinkedEntityId === account));
    assert.deepEqual(await read(connection.sobject('ContentVersion').record(id).blob('VersionData')), content);
  });

  test('JSforce creates and reads an attachment', async () => {
    const account = (await connection.sobject('Account').create({ Name: 'A' })).id;
    const { id } = await connection.sobject('Attachment').create({ Name: 'a.bin', ParentId: account, Body: content.toString('base64') });

    assert.equal((await connection.sobject('Attachment').retrieve(id)).BodyLength, content.length);
    assert.deepEqual(await read(connection.sobject('Attachment').record(id).blob('Body')), content);
  });

  test('a form of a client of its own makes a version that JSforce reads', async () => {
    const { status, body } = await upload('sobjects/ContentVersion', form({ PathOnClient: 'näme.bin', Title: 'T' }, 'VersionData', 'näme.bin'));

    assert.deepEqual([status, body.success, body.errors], [201, true, []]);
    assert.deepEqual(await read(connection.sobject('ContentVersion').record(body.id).blob('VersionData')), content);
  });

  test('JSforce finds the document of what it deletes', async () => {
    const { body } = await upload('sobjects/ContentVersion', form({ PathOnClient: 'x.bin' }, 'VersionData', 'x.bin'));
    const version = await connection.sobject('ContentVersion').retrieve(body.id);

    const deleted = await connection.sobject('ContentDocument').destroy(version.ContentDocumentId);

    assert.equal(deleted.success, true);
    assert.equal((await connection.query('SELECT Id FROM ContentVersion')).totalSize, 0);
  });
});
