import { beforeEach, describe, expect, it } from 'vitest';
import { formDraftOf } from '../../../../src/platforms/web/page/live/form-drafts.ts';

describe('what was typed into a form', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const draft = formDraftOf('me draft_form one', storage);
  beforeEach(() => kept.clear());

  it('comes back over what the form shows, and only in that form', () => {
    draft.keep({ people: '', summary: '渡した' }, { people: '3', summary: '渡した' });
    expect(draft.over({ people: '', summary: '渡した' })).toEqual({ people: '3', summary: '渡した' });
    expect(formDraftOf('me draft_form two', storage).over({ people: '' })).toEqual({ people: '' });
  });

  it('gives way to what the conversation has learnt since', () => {
    draft.keep({ people: '' }, { people: '3' });
    expect(draft.over({ people: '5' })).toEqual({ people: '5' });
  });

  it('remembers that something was emptied', () => {
    draft.keep({ document: '通知書' }, { document: '' });
    expect(draft.over({ document: '通知書' })).toEqual({ document: '' });
  });

  it('is gone once it was sent, and where nothing differs nothing is kept', () => {
    draft.keep({ people: '' }, { people: '3' });
    draft.forget();
    draft.keep({ people: '3' }, { people: '3' });
    expect([...kept]).toEqual([]);
  });

  it('that cannot be read counts as nothing', () => {
    kept.set('form me draft_form one', '{');
    expect(draft.over({ people: '' })).toEqual({ people: '' });
  });
});
