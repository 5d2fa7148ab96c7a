import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { countryCode } from "@/lib/values/schemas/country";
import { emailAddress } from "@/lib/values/schemas/email";

const tag = "Companies";

const company = z.object({
  id,
  name: z.string(),
  address: z.string().nullable(),
  country: z.string().nullable(),
  state_code: z.string().nullable(),
  tax_id: z.string().nullable(),
  email: z.string().nullable(),
  archived_at: instantOut.nullable(),
  version,
});

const fields = {
  name: text(160),
  address: text(300).nullable(),
  country: countryCode.nullable(),
  state_code: text(2).nullable(),
  tax_id: text(40).nullable(),
  email: emailAddress.nullable(),
};

export const listCompanies = contract({
  id: "companies.list",
  scope: "shared",
  method: "GET",
  path: "/api/v1/companies",
  access: "invoices.write",
  tag,
  input: z.strictObject({ q: z.string().trim().max(100).optional(), include_archived: flag.default(false), ...page }),
  output: pageOf(company),
  errors: ["malformed_cursor"],
});

export const getCompany = contract({
  id: "companies.get",
  scope: "shared",
  method: "GET",
  path: "/api/v1/companies/{id}",
  access: "invoices.write",
  tag,
  input: z.strictObject({ id }),
  output: company,
  errors: ["not_found"],
});

export const createCompany = contract({
  id: "companies.create",
  scope: "organization",
  method: "POST",
  path: "/api/v1/companies",
  access: "invoices.write",
  tag,
  input: z.strictObject(fields).partial({ address: true, country: true, state_code: true, tax_id: true, email: true }),
  output: company,
  status: 201,
  errors: ["already_exists"],
});

export const updateCompany = contract({
  id: "companies.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/companies/{id}",
  access: "invoices.write",
  tag,
  input: z.strictObject(fields).partial().extend({ id }),
  output: company,
  errors: ["not_found", "already_exists", "version_conflict"],
});

export const archiveCompany = contract({
  id: "companies.archive",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/companies/{id}",
  access: "invoices.write",
  tag,
  input: z.strictObject({ id }),
  output: company,
  errors: ["not_found", "in_use"],
});
