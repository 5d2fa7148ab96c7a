import type { Endpoint } from "@/lib/client/endpoint";
import type * as importRows from "@/lib/contracts/imports/import-rows";
import type * as imports from "@/lib/contracts/imports/imports";

export const listImportRows: Endpoint<typeof importRows.listImportRows> = {
  id: "imports.rows",
  method: "GET",
  path: "/api/v1/imports/{id}/rows",
};

export const readImport: Endpoint<typeof importRows.readImport> = {
  id: "imports.read",
  method: "GET",
  path: "/api/v1/imports/{id}/reading",
};

export const uploadImport: Endpoint<typeof imports.uploadImport> = {
  id: "imports.upload",
  method: "POST",
  path: "/api/v1/imports",
  upload: {
    content_types: ["text/csv", "application/vnd.ms-excel", "application/octet-stream"],
    max_bytes: 26_214_400,
  },
};

export const getImport: Endpoint<typeof imports.getImport> = {
  id: "imports.get",
  method: "GET",
  path: "/api/v1/imports/{id}",
};

export const updateImport: Endpoint<typeof imports.updateImport> = {
  id: "imports.update",
  method: "PATCH",
  path: "/api/v1/imports/{id}",
};

export const checkImport: Endpoint<typeof imports.checkImport> = {
  id: "imports.check",
  method: "POST",
  path: "/api/v1/imports/{id}/checks",
};

export const runImport: Endpoint<typeof imports.runImport> = {
  id: "imports.run",
  method: "POST",
  path: "/api/v1/imports/{id}/runs",
};

export const undoImport: Endpoint<typeof imports.undoImport> = {
  id: "imports.undo",
  method: "DELETE",
  path: "/api/v1/imports/{id}/runs/current",
};

export const discardImport: Endpoint<typeof imports.discardImport> = {
  id: "imports.discard",
  method: "DELETE",
  path: "/api/v1/imports/{id}",
};
