import type { MarkdownDocument } from '../../markdown/document.ts';
import type { Field } from '../fields.ts';
import type { Format } from './format.ts';
import { lead } from './lead.ts';
import { log4brains, madr2, madr3, madr4 } from './madr.ts';
import { nygard } from './nygard.ts';

/** Any other record: its fields are read wherever they stand; new records beside it are written in our format. */
const other: Format = { ...lead, id: 'other', recognise: () => true };

/** In the order in which they are asked. */
export const formats: readonly Format[] = [lead, madr4, madr3, madr2, log4brains, nygard, other];

/** The format that a record is written in. */
export function formatOf(document: MarkdownDocument, fields: readonly Field[]): Format {
  return formats.find((format) => format.recognise(document, fields)) ?? other;
}

/** A format by its id; our own where there is none of that id. */
export function formatWithId(id: string): Format {
  return formats.find((format) => format.id === id) ?? lead;
}
