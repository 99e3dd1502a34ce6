/**
 * The objects of the Human Services Data Specification 3.0 that we publish: fields, required ones, formats and lists of
 * values as in github.com/openreferral/specification, branch 3.0, folder schema. Fields outside of it are refused.
 */
import { z } from 'zod';

const id = z.uuid();
const text = z.string().min(1);

const Phone = z.strictObject({
  id,
  location_id: id.optional(),
  service_id: id.optional(),
  organization_id: id.optional(),
  contact_id: id.optional(),
  service_at_location_id: id.optional(),
  number: text,
  extension: z.number().optional(),
  type: z.enum(['text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone']).optional(),
  description: text.optional(),
});

const Schedule = z.strictObject({
  id,
  service_id: id.optional(),
  location_id: id.optional(),
  service_at_location_id: id.optional(),
  valid_from: z.iso.date().optional(),
  valid_to: z.iso.date().optional(),
  freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
  wkst: z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']).optional(),
  byday: text.optional(),
  description: text.optional(),
  opens_at: text.optional(),
  closes_at: text.optional(),
  notes: text.optional(),
});

const Address = z.strictObject({
  id,
  location_id: id.optional(),
  address_1: text,
  city: text,
  state_province: text,
  postal_code: text,
  country: z.string().length(2),
  address_type: z.enum(['physical', 'postal', 'virtual']),
});

const Location = z.strictObject({
  id,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  url: z.url().optional(),
  name: text.optional(),
  alternate_name: text.optional(),
  description: text.optional(),
  addresses: z.array(Address).optional(),
  phones: z.array(Phone).optional(),
  schedules: z.array(Schedule).optional(),
});

const ServiceAtLocation = z.strictObject({
  id,
  service_id: id.optional(),
  location_id: id.optional(),
  description: text.optional(),
  phones: z.array(Phone).optional(),
  schedules: z.array(Schedule).optional(),
  location: Location.optional(),
});

const TaxonomyTerm = z.strictObject({
  id,
  code: text.optional(),
  name: text,
  description: text,
  parent_id: id.optional(),
  taxonomy: text.optional(),
  language: text.optional(),
  taxonomy_id: id.optional(),
  term_uri: z.url().optional(),
});

const Attribute = z.strictObject({
  id,
  link_id: id.optional(),
  taxonomy_term_id: id.optional(),
  link_type: text.optional(),
  link_entity: text.optional(),
  value: text.optional(),
  taxonomy_term: TaxonomyTerm.optional(),
});

const PLAIN = {
  id,
  organization_id: id.optional(),
  program_id: id.optional(),
  name: text,
  alternate_name: text.optional(),
  description: text.optional(),
  url: z.url().optional(),
  email: z.email().optional(),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  interpretation_services: text.optional(),
  application_process: text.optional(),
  fees_description: text.optional(),
  accreditations: text.optional(),
  eligibility_description: text.optional(),
  minimum_age: z.number().optional(),
  maximum_age: z.number().optional(),
  assured_date: z.iso.date().optional(),
  assurer_email: z.email().optional(),
  alert: text.optional(),
  last_modified: z.iso.datetime().optional(),
};

/** One entry of `/services/{id}`: with all that belongs to it. */
export const HsdsService = z.strictObject({
  ...PLAIN,
  phones: z.array(Phone).optional(),
  schedules: z.array(Schedule).optional(),
  service_areas: z
    .array(
      z.strictObject({
        id,
        service_id: id.optional(),
        name: text.optional(),
        description: text.optional(),
        extent: text.optional(),
        extent_type: z.enum(['geojson', 'topojson', 'kml', 'text']).optional(),
        uri: z.url().optional(),
      }),
    )
    .optional(),
  service_at_locations: z.array(ServiceAtLocation).optional(),
  required_documents: z
    .array(
      z.strictObject({ id, service_id: id.optional(), document: text.optional(), uri: z.url().optional() }),
    )
    .optional(),
  attributes: z.array(Attribute).optional(),
});

/** The answer of `/services`: schema Page of the specification's openapi.json. */
export const HsdsServices = z.strictObject({
  total_items: z.int().min(0),
  total_pages: z.int().min(0),
  page_number: z.int().min(1),
  size: z.int().min(0),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(z.strictObject(PLAIN)),
});

/** The answer of `/`. */
export const HsdsBase = z.strictObject({ version: z.literal('3.0'), profile: z.url(), openapi_url: z.url() });
