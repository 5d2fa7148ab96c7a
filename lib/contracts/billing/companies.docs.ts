import { documented } from "@/lib/contracts/documented";
import * as companies from "./companies";

const example = {
  id: "0197f0a0-0000-7000-8000-00000000c001",
  name: "Brightwater Engineering",
  address: "4 Dock Road, Leeds",
  country: "GB",
  state_code: null,
  tax_id: "GB987654321",
  email: "accounts@brightwater.example",
  archived_at: null,
  version: 1,
};
const { id } = example;

export const companiesDocs = documented(companies, {
  listCompanies: {
    summary: "List the companies that pay for members",
    example: { input: { q: "bright" }, output: { data: [example], next_cursor: null } },
    fields: { q: "Part of the name, tax id or e-mail address" },
  },

  getCompany: { summary: "Retrieve a company", example: { input: { id }, output: example } },

  createCompany: {
    summary: "Add a company",
    description: "The tax id must have the format of its country.",
    example: { input: { name: example.name, country: "GB", tax_id: example.tax_id }, output: example },
  },

  updateCompany: {
    summary: "Change a company",
    description: "Issued documents keep what they print of it.",
    example: {
      input: { id, email: "ap@brightwater.example" },
      output: { ...example, email: "ap@brightwater.example", version: 2 },
    },
  },

  archiveCompany: {
    summary: "Archive a company without open invoices",
    example: { input: { id }, output: { ...example, archived_at: "2026-03-05T06:42:00.000Z", version: 2 } },
  },
});
