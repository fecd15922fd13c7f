import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { here } from './cli.js';

beforeEach(() => fetch(`${here.emulator.url}/__emulator/reset`, { method: 'POST' }));

const query = async (soql) => (await here.cli.sf('data', 'query', '--query', soql)).records;

describe('Salesforce CLI with files', () => {
  test('data create file, linked to a record', async () => {
    const { id } = await here.cli.sf('data', 'create', 'record', '--sobject', 'Account', '--values', "Name='A'");
    writeFileSync(join(here.cli.folder, 'notes.txt'), 'Some notes');

    const file = await here.cli.sf('data', 'create', 'file', '--file', 'notes.txt', '--title', 'My notes', '--parent-id', id);

    assert.match(file.ContentDocumentId, /^069\w{15}$/);
    const [version] = await query('SELECT Title, PathOnClient, FileType, ContentSize, Checksum FROM ContentVersion');
    assert.deepEqual(
      [version.Title, version.PathOnClient, version.FileType, version.ContentSize, version.Checksum],
      ['My notes', 'notes.txt', 'TEXT', 10, 'bbe37a458025bbb9d478241771512c88']);
    const links = await query(`SELECT ShareType FROM ContentDocumentLink WHERE ContentDocumentId = '${file.ContentDocumentId}' AND LinkedEntityId = '${id}'`);
    assert.deepEqual(links.map(({ ShareType }) => ShareType), ['V']);
  });
});
