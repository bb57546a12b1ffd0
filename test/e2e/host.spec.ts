import assert from 'node:assert/strict';
import { Workbench } from './workbench.ts';

describe('the installed extension', () => {
  it('brings its own place in the activity bar', async () => {
    const workbench = await Workbench.openSample();
    await workbench.show('Lead');
    assert.ok((await workbench.palette('Lead: ')).some((title) => title.startsWith('Lead: ')));
  });
});
