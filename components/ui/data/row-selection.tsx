"use client";

import { X } from "lucide-react";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { IconButton } from "@/components/ui/controls/icon-button";
import { useRowKeys } from "./use-row-keys";

interface RowSelectionProps {
  /** A DataTable, possibly rendered on the server. */
  children: ReactNode;
  /** Actions of the bar that appears while rows are selected. Use Button variant="invert" data-bare="". */
  bar?: (selection: { ids: readonly string[]; clear: () => void }) => ReactNode;
}

/** Adds the shortcuts J, K, X and Enter and a selection bar to a table. */
export function RowSelection({ children, bar }: RowSelectionProps) {
  const root = useRef<HTMLDivElement>(null);
  const [ids, setIds] = useState<readonly string[]>([]);
  useRowKeys(root);

  const boxes = () => [...(root.current?.querySelectorAll<HTMLInputElement>("[data-select-row]") ?? [])];
  function read() {
    const all = boxes();
    const chosen = all.filter((box) => box.checked).map((box) => box.dataset.selectRow ?? "");
    const head = root.current?.querySelector<HTMLInputElement>("[data-select-all]");
    if (head) {
      head.checked = chosen.length > 0 && chosen.length === all.length;
      head.indeterminate = chosen.length > 0 && chosen.length < all.length;
    }
    setIds(chosen);
  }
  function onChange(event: FormEvent) {
    const box = event.target as HTMLInputElement;
    if ("selectAll" in box.dataset) for (const row of boxes()) row.checked = box.checked;
    if ("selectAll" in box.dataset || "selectRow" in box.dataset) read();
  }
  function clear() {
    for (const box of boxes()) box.checked = false;
    read();
  }

  return (
    <div ref={root} onChange={onChange}>
      {children}
      {bar && ids.length > 0 ? (
        <div className="ui-bulk" role="toolbar" aria-label={`${ids.length} selected`}>
          <b>{ids.length} selected</b>
          <span className="ui-bulk-line" />
          {bar({ ids, clear })}
          <span className="ui-bulk-line" />
          <IconButton
            label="Clear selection"
            icon={<X aria-hidden="true" />}
            variant="invert"
            data-bare=""
            onClick={clear}
          />
        </div>
      ) : null}
    </div>
  );
}
