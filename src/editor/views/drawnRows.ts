import type { TreeItem } from 'vscode';

/** A group of a tree, and the rows below it, by the ids under which they are drawn. */
export interface DrawnGroup<Row> {
  readonly id: string;
  readonly row: Row;
  readonly below: readonly { readonly id: string; readonly row: Row; readonly item: TreeItem }[];
}

/**
 * What of a tree view has been drawn, so that only what is different is drawn anew. While a whole tree is refreshed, VS
 * Code hands no row to the commands of its rows: a button that is pressed then does nothing, or asks which row is meant.
 */
export class DrawnRows<Row extends object> {
  readonly #rows = new Map<string, Row>();
  #groups: ReadonlyMap<string, string> | undefined;
  /** How each row looked, and in which group it stood. */
  #looks: ReadonlyMap<string, { readonly group: string; readonly look: string }> = new Map();

  /** The row that VS Code knows by an id, with all that is new in it; the row itself where there is none yet. */
  same<Kind extends Row>(id: string, row: Kind): Kind {
    const known = this.#rows.get(id);
    if (known) return Object.assign(known, row);
    this.#rows.set(id, row);
    return row;
  }

  /**
   * Takes up how the tree is now.
   *
   * @returns the rows to be drawn anew; undefined where that is the whole tree, since groups have come or gone, or a row
   *   has another one: it could not be in both while they are drawn one after the other.
   */
  follow(groups: readonly DrawnGroup<Row>[]): Row[] | undefined {
    const [before, looked] = [this.#groups, this.#looks];
    const now = new Map(groups.map(({ id, below }) => [id, below.map((each) => each.id).join('\n')]));
    const looks = new Map<string, { group: string; look: string }>();
    for (const group of groups) {
      for (const { id, item } of group.below) looks.set(id, { group: group.id, look: lookOf(item) });
    }
    this.#groups = now;
    this.#looks = looks;
    const alike = before && [...before.keys()].join('\n\n') === [...now.keys()].join('\n\n');
    const moved = [...looks].some(([id, { group }]) => (looked.get(id)?.group ?? group) !== group);
    if (!alike || moved) return undefined;
    return groups.flatMap(({ id, row, below }) =>
      before.get(id) !== now.get(id)
        ? [row]
        : below.filter((each) => looked.get(each.id)?.look !== looks.get(each.id)?.look).map((each) => each.row),
    );
  }
}

function lookOf({ label, description, tooltip, iconPath, contextValue, collapsibleState }: TreeItem): string {
  const words = typeof tooltip === 'object' ? tooltip.value : tooltip;
  return JSON.stringify([label, description, words, iconPath, contextValue, collapsibleState]);
}
