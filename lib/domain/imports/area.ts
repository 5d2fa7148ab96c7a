import type { Area } from "@/lib/domain/area";
import { columnOf } from "@/lib/domain/audit-targets";
import { membershipsImported } from "./events";
import { importsWithinReach } from "./find";

export const imports: Area = {
  name: "imports",
  events: [membershipsImported],
  audit: {
    phrases: {
      "imports.give_up": "stopped the import {}",
      "imports.upload": "uploaded {}",
      "imports.update": "changed the import settings of {}",
      "imports.check": "checked {}",
      "imports.run": "imported {}",
      "imports.advance": "continued importing {}",
      "imports.undo": "undid the import of {}",
      "imports.discard": "discarded {}",
    },
    filters: { imports: "Imports" },
    targets: {
      import: {
        name: columnOf("imports", "file_name"),
        reach: { table: "imports", within: importsWithinReach },
        path: (id) => `/settings/import/${id}`,
      },
    },
  },
};
