/** The catalogue as an API of the Human Services Data Specification 3.0 (Open Referral): its required endpoints. */
import { type HsdsParts, plainService, serviceId, wholeService } from './hsds-service.ts';

const SPECIFICATION = 'https://github.com/openreferral/specification/tree/3.0';
const OPENAPI = 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json';

export interface PageWanted {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

/** What the API is: the answer of its root. */
export function hsdsBase(): object {
  return { version: '3.0', profile: SPECIFICATION, openapi_url: OPENAPI };
}

/** One page of the services, each with its own fields only. */
export function hsdsServices({ page, perPage }: PageWanted, parts: HsdsParts): object {
  const sheets = parts.library.sheets();
  const contents = sheets
    .slice((page - 1) * perPage, page * perPage)
    .map((sheet) => plainService(sheet, parts));
  const pages = Math.max(1, Math.ceil(sheets.length / perPage));
  return {
    total_items: sheets.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

/** A service with all that belongs to it; null when no sheet has this id. */
export function hsdsService(id: string, parts: HsdsParts): object | null {
  const sheet = parts.library.sheets().find((one) => serviceId(one, parts) === id.toLowerCase());
  return sheet === undefined ? null : wholeService(sheet, parts);
}
