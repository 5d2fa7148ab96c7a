"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { IconButton } from "@/components/ui/controls/icon-button";
import { isTyping } from "@/components/ui/is-typing";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { Input } from "@/lib/client/endpoint";
import { listMembers } from "@/lib/client/endpoints/members";

interface MemberNeighboursProps {
  organization: string;
  base: string;
  id: string;
  /** The query of the list from which the member was opened, for the next member's URL. */
  list: string;
  /** The same as the input of the API. */
  input: Input<typeof listMembers>;
}

type Walk = { ids: string[]; cursor: string | null };

/**
 * J and K go to the next and the previous member in the order and with the filters of the list. The list is read with the first
 * key, so that opening a member costs nothing more.
 */
export function MemberNeighbours({ organization, base, id, list, input }: MemberNeighboursProps) {
  const router = useRouter();
  const toast = useToast();
  const walk = useRef<Walk | null>(null);
  const go = useCallback(
    async (step: 1 | -1) => {
      const read = async (cursor: string | undefined): Promise<Walk> => {
        const page = await api(listMembers, { ...input, limit: 200, ...(cursor && { cursor }) }, { organization });
        return { ids: page.data.map((row) => row.id), cursor: page.next_cursor };
      };
      let known = walk.current ?? (await read(input.cursor));
      while (known.cursor && (!known.ids.includes(id) || known.ids.at(-1) === id)) {
        const more = await read(known.cursor);
        known = { ids: [...known.ids, ...more.ids], cursor: more.cursor };
      }
      walk.current = known;
      const at = known.ids.indexOf(id);
      const next = at < 0 ? undefined : known.ids[at + step];
      if (next) router.push(`${base}/${next}?${new URLSearchParams({ list })}`);
      else
        toast.show({
          tone: "plain",
          message:
            at < 0
              ? "This member is no longer in the list"
              : step > 0
                ? "This is the last member of the list"
                : "This is the first member of the list",
        });
    },
    [organization, base, id, list, input, router, toast],
  );
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const key = event.key.toLowerCase();
      if ((key !== "j" && key !== "k") || isTyping(event)) return;
      event.preventDefault();
      void go(key === "j" ? 1 : -1);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [go]);
  return (
    <>
      <IconButton label="Previous member (K)" icon={<ChevronUp aria-hidden="true" />} onClick={() => go(-1)} />
      <IconButton label="Next member (J)" icon={<ChevronDown aria-hidden="true" />} onClick={() => go(1)} />
    </>
  );
}
