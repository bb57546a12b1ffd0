import type { MarkdownDocument } from '../../markdown/document.ts';
import type { Field } from '../field.ts';
import type { Format } from './format.ts';
import { lead } from './lead.ts';
import { madrFormats } from './madr.ts';
import { nygard } from './nygard.ts';

/** Any other record: its fields are read wherever they stand; new records beside it are written in our format. */
const other: Format = { ...lead, id: 'other', recognise: () => true };

/** In the order in which they are asked. */
export const formats: readonly Format[] = [lead, ...madrFormats, nygard, other];

/** The format that a record is written in. */
export function formatOf(document: MarkdownDocument, fields: readonly Field[]): Format {
  return formats.find((format) => format.recognise(document, fields)) ?? other;
}

/** A format by its id; our own where there is none of that id. */
export function formatWithId(id: string): Format {
  return formats.find((format) => format.id === id) ?? lead;
}
