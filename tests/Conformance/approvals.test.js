import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import jsforce from 'jsforce';
import { startEmulator } from './emulator.js';

let emulator;
let connection;
let id;

before(async () => {
  emulator = await startEmulator('--schema', fileURLToPath(new URL('approvals', import.meta.url)));
  connection = new jsforce.Connection({
    oauth2: { loginUrl: emulator.url, clientId: emulator.clientId, clientSecret: emulator.clientSecret },
    version: '68.0',
  });
  await connection.authorize({ grant_type: 'client_credentials' });
});

after(() => emulator?.stop());

beforeEach(async () => {
  await fetch(`${emulator.url}/__emulator/reset`, { method: 'POST' });
  id = (await connection.sobject('Account').create({ Name: 'A', NumberOfEmployees: 20 })).id;
});

const submit = async (more) => connection.process.approval.submit(id, 'please', { nextApproverIds: [emulator.userId], ...more });

describe('JSforce over approval processes', () => {
  test('lists them', async () => {
    const approvals = await connection.process.approval.list();
    assert.deepEqual(Object.keys(approvals), ['Account']);
    assert.equal(approvals.Account[0].name, 'Check accounts');
    assert.equal(approvals.Account[0].sortOrder, 1);
  });

  test('submits and approves', async () => {
    const submitted = await submit();
    assert.equal(submitted.instanceStatus, 'Pending');
    assert.deepEqual(submitted.actorIds, [emulator.userId]);
    const approved = await connection.process.approval.approve(submitted.newWorkitemIds[0], 'fine');
    assert.equal(approved.instanceStatus, 'Approved');
    assert.equal((await connection.sobject('Account').retrieve(id)).Rating, 'Hot');
    const [instance] = (await connection.query(`SELECT Status, (SELECT StepStatus, Comments FROM Steps ORDER BY Id) FROM ProcessInstance WHERE TargetObjectId = '${id}'`)).records;
    assert.deepEqual(instance.Steps.records.map(({ StepStatus, Comments }) => [StepStatus, Comments]), [['Started', 'please'], ['Approved', 'fine']]);
  });

  test('submits to a named process and rejects', async () => {
    await connection.sobject('Account').update({ Id: id, NumberOfEmployees: 1 });
    const refused = await submit({ processDefinitionNameOrId: 'Check' });
    assert.equal(refused.success, false);
    assert.equal(refused.errors[0].statusCode, 'NO_APPLICABLE_PROCESS');
    const submitted = await submit({ processDefinitionNameOrId: 'Check', skipEntryCriteria: true });
    const rejected = await connection.process.approval.reject(submitted.newWorkitemIds[0]);
    assert.equal(rejected.instanceStatus, 'Rejected');
  });

  test('sends several requests at once', async () => {
    const { approval } = connection.process;
    const results = await approval.request([approval.submit(id, '', { nextApproverIds: [emulator.userId] }), approval.submit(id)]);
    assert.deepEqual(results.map(({ success }) => success), [true, false]);
    assert.equal(results[1].errors[0].statusCode, 'ALREADY_IN_PROCESS');
  });
});
