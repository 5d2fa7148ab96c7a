import type { ComponentProps } from "react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Pagination } from "@/components/ui/controls/pagination";

type ListFooterProps = ComponentProps<typeof Pagination> & { selectable: boolean };

/** Keyboard hints at the left, pagination at the right. */
export function ListFooter({ selectable, ...pages }: ListFooterProps) {
  return (
    <footer className="sticky bottom-0 flex items-center gap-4 border-line border-t bg-surface px-gutter text-12 text-ink-3 max-md:static">
      <p className="flex items-center gap-1.5 py-2 max-lg:hidden touch:hidden">
        <KeyCap>J</KeyCap>
        <KeyCap>K</KeyCap> move
        {selectable ? (
          <>
            <KeyCap>X</KeyCap> select
          </>
        ) : null}
        <KeyCap>↵</KeyCap> open
      </p>
      <Pagination className="ml-auto" {...pages} />
    </footer>
  );
}
