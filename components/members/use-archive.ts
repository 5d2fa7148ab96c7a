"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { archiveMembers, restoreMember } from "@/lib/client/endpoints/members";
import { counted } from "@/lib/values/counted";
import type { SelectableMember } from "./member-selection";

type Report = { archived: number; refused: { id: string; name: string; detail: string }[] };

/** Archives the selected members. Refusals are reported; what was done can be undone. */
export function useArchive(organization: string) {
  const [report, setReport] = useState<Report | null>(null);
  const router = useRouter();
  const toast = useToast();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ selected }: { selected: readonly SelectableMember[]; clear: () => void }) =>
      api(archiveMembers, { ids: selected.map(({ id }) => id) }, { organization }),
    onSuccess: ({ data }, { selected, clear }) => {
      const done = data.filter(({ outcome }) => outcome === "done").map(({ id }) => id);
      const names = new Map(selected.map(({ id, name }) => [id, name]));
      const refused = data.flatMap(({ id, refusal }) =>
        refusal ? [{ id, name: names.get(id) ?? "", detail: refusal.detail }] : [],
      );
      if (refused.length > 0) setReport({ archived: done.length, refused });
      else {
        const undo = async () => {
          for (const id of done) await api(restoreMember, { id }, { organization });
          router.refresh();
        };
        toast.show({
          tone: "good",
          message: `${counted(done.length, "member")} archived`,
          ...(done.length > 0 && { action: { label: "Undo", onAction: undo } }),
        });
      }
      clear();
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return { archive: mutate, isPending, report, close: () => setReport(null) };
}
