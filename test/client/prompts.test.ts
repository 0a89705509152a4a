import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Choice, QuickPickPrompts } from '../../client/src/platform/prompts.js';
import { type FakeQuickPick, fake } from '../support/fakeVscode.js';

const prompts = new QuickPickPrompts();
const choices = (...labels: string[]): Choice<string>[] => labels.map((label) => ({ label, value: label }));

beforeEach(() => {
  fake.reset();
  vi.useFakeTimers();
});

afterEach(() => vi.useRealTimers());

async function open(): Promise<FakeQuickPick> {
  await vi.advanceTimersByTimeAsync(0);
  const pick = fake.quickPicks.at(-1);
  if (pick === undefined) {
    throw new Error('no question is shown');
  }
  return pick;
}

describe('asking for one', () => {
  it('shows at once, busy until the choices arrive', async () => {
    let arrive: (items: Choice<string>[]) => void = () => undefined;
    const answer = prompts.pickOne({ title: 'T' }, new Promise<Choice<string>[]>((resolve) => (arrive = resolve)));
    const pick = await open();
    expect(pick).toMatchObject({ visible: true, busy: true });
    arrive(choices('a', 'b'));
    await vi.advanceTimersByTimeAsync(0);
    expect(pick.busy).toBe(false);
    pick.accept('b');
    expect(await answer).toEqual({ kind: 'picked', value: 'b' });
    expect(pick.disposed).toBe(true);
  });

  it('puts headings where the group changes', async () => {
    const items = [
      { label: 'a', value: 1, group: 'One' },
      { label: 'b', value: 2, group: 'One' },
      { label: 'c', value: 3, group: 'Two' },
    ];
    void prompts.pickOne({ title: 'T' }, Promise.resolve(items));
    expect((await open()).items.map(({ label }) => label)).toEqual(['One', 'a', 'b', 'Two', 'c']);
  });

  it('knows going back, from the second step on, from leaving', async () => {
    const back = prompts.pickOne({ title: 'T', step: 2, totalSteps: 3 }, Promise.resolve(choices('a')));
    const pick = await open();
    expect(pick).toMatchObject({ step: 2, totalSteps: 3, ignoreFocusOut: true });
    expect(pick.buttons).toHaveLength(1);
    pick.back();
    expect(await back).toEqual({ kind: 'back' });
    const left = prompts.pickOne({ title: 'T', step: 1 }, Promise.resolve(choices('a')));
    const first = await open();
    expect(first.buttons).toHaveLength(0);
    first.hide();
    expect(await left).toEqual({ kind: 'dismissed' });
  });

  it('takes a dismissal while the choices still load', async () => {
    const answer = prompts.pickOne({ title: 'T' }, new Promise<Choice<string>[]>(() => undefined));
    (await open()).hide();
    expect(await answer).toEqual({ kind: 'dismissed' });
  });

  it('closes and rejects when the choices cannot be loaded', async () => {
    const answer = prompts.pickOne({ title: 'T' }, Promise.reject(new Error('no keys')));
    const rejected = expect(answer).rejects.toThrow('no keys');
    expect((await open()).disposed).toBe(true);
    await rejected;
  });
});

describe('asking for several, with a search on the server', () => {
  it('searches a moment after the last keystroke, and keeps what is ticked', async () => {
    const searches: string[] = [];
    const answer = prompts.pickMany({ title: 'T' }, async (text) => {
      searches.push(text);
      return text === '' ? choices('/a', '/b') : choices('/aws/x');
    });
    const pick = await open();
    await vi.advanceTimersByTimeAsync(0);
    pick.selectedItems = pick.items.filter(({ label }) => label === '/b');
    pick.type('/a');
    pick.type('/aws');
    await vi.advanceTimersByTimeAsync(300);
    expect(searches).toEqual(['', '/aws']);
    expect(pick.items.map(({ label }) => label)).toEqual(['/b', '/aws/x']);
    expect(pick.selectedItems.map(({ label }) => label)).toEqual(['/b']);
    pick.accept('/b', '/aws/x');
    expect(await answer).toEqual({ kind: 'picked', value: ['/b', '/aws/x'] });
  });

  it('throws away the answer of a search that another one has overtaken', async () => {
    const answers = new Map<string, (items: Choice<string>[]) => void>();
    void prompts.pickMany(
      { title: 'T' },
      (text) => new Promise<Choice<string>[]>((resolve) => answers.set(text, resolve)),
    );
    const pick = await open();
    pick.type('/x');
    await vi.advanceTimersByTimeAsync(300);
    answers.get('/x')?.(choices('/x1'));
    answers.get('')?.(choices('/old'));
    await vi.advanceTimersByTimeAsync(0);
    expect(pick.items.map(({ label }) => label)).toEqual(['/x1']);
  });

  it('needs at least one tick', async () => {
    const answer = prompts.pickMany({ title: 'T' }, async () => choices('/a'));
    const pick = await open();
    await vi.advanceTimersByTimeAsync(0);
    pick.accept();
    expect(pick.disposed).toBe(false);
    pick.accept('/a');
    expect(await answer).toEqual({ kind: 'picked', value: ['/a'] });
  });

  it('closes and rejects when a search fails', async () => {
    const answer = prompts.pickMany({ title: 'T' }, () => Promise.reject(new Error('denied')));
    const rejected = expect(answer).rejects.toThrow('denied');
    expect((await open()).disposed).toBe(true);
    await rejected;
  });
});

describe('confirming', () => {
  it('is modal, and true only for the button', async () => {
    fake.pressButton = () => 'Associate';
    expect(await prompts.confirm('Sure?', 'Details', 'Associate')).toBe(true);
    expect(fake.messages[0]).toMatchObject({ modal: true, detail: 'Details', buttons: ['Associate'] });
    fake.pressButton = undefined;
    expect(await prompts.confirm('Sure?', 'Details', 'Associate')).toBe(false);
  });
});

describe('asking for a text as a step', () => {
  const ask = (step: number) =>
    prompts.enter({
      title: 'T',
      prompt: 'P',
      value: 'a',
      step,
      totalSteps: 3,
      validate: (text) => (text === 'b' ? undefined : 'Only b.'),
    });
  const box = () => fake.inputBoxes.at(-1);

  it('takes what is valid only, and says what is wrong once it is typed or entered', async () => {
    const answer = ask(2);
    expect(box()).toMatchObject({
      value: 'a',
      step: 2,
      totalSteps: 3,
      ignoreFocusOut: true,
      validationMessage: undefined,
    });
    box()?.accept();
    expect(box()?.validationMessage).toBe('Only b.');
    box()?.type('b');
    expect(box()?.validationMessage).toBeUndefined();
    box()?.accept();
    expect(await answer).toEqual({ kind: 'picked', value: 'b' });
    expect(box()?.disposed).toBe(true);
  });

  it('knows going back from leaving', async () => {
    const back = ask(2);
    box()?.back();
    expect(await back).toEqual({ kind: 'back' });
    const left = ask(1);
    expect(box()?.buttons).toHaveLength(0);
    box()?.hide();
    expect(await left).toEqual({ kind: 'dismissed' });
  });
});
