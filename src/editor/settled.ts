import * as vscode from 'vscode';

/** Milliseconds without another change after which it is told of. */
const quiet = 1000;

/** An event that is told of once things have settled: a record that is being typed in changes twice a second. */
export class Settled implements vscode.Disposable {
  readonly #settled = new vscode.EventEmitter<void>();
  readonly event = this.#settled.event;
  readonly #subscription: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;

  constructor(event: vscode.Event<unknown>) {
    this.#subscription = event(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#settled.fire(), quiet);
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
    this.#settled.dispose();
  }
}
