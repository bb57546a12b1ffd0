import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension host', () => {
  it('has the extension and a trusted folder', () => {
    assert.ok(vscode.extensions.getExtension('lead-habits.lead-habits'));
    assert.equal(vscode.workspace.isTrusted, true);
  });
});
