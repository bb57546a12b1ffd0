import type * as vscode from 'vscode';
import { localDate } from './today.ts';

/** What takes a while to read, read once and kept until something that it was read from changes, or the day. */
export class Kept<Value> implements vscode.Disposable {
  readonly #read: () => Promise<Value>;
  readonly #subscriptions: readonly vscode.Disposable[];
  #value: Promise<Value> | undefined;
  #day = '';

  constructor(read: () => Promise<Value>, ...changes: readonly vscode.Event<unknown>[]) {
    this.#read = read;
    // Subscribed before anybody else asks: whoever hears of a change gets the new value.
    this.#subscriptions = changes.map((change) => change(() => this.forget()));
  }

  get(): Promise<Value> {
    if (this.#day !== localDate()) this.forget();
    this.#day = localDate();
    this.#value ??= this.#read();
    return this.#value;
  }

  forget(): void {
    this.#value = undefined;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
