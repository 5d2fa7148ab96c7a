"use client";

import { useMutation } from "@tanstack/react-query";
import { undoneText } from "@/components/access/check-ins/undone-text";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { checkOut, listCheckIns, undoCheckIn } from "@/lib/client/endpoints/access";
import { fullName } from "@/lib/values/person-name";
import type { Scan } from "./desk-types";

type Undone = Scan & { freeze: "restored" | "not_restored" | null };

const nameOf = (scan: Scan) => (scan.member ? fullName(scan.member.first_name, scan.member.last_name) : "The visitor");

/** Checks members out and undoes check-ins, with a toast for each result. */
export function useVisitActions(organization: string, onChanged: (scan: Scan) => void) {
  const toast = useToast();
  const withToast = <S extends Scan>(messageOf: (scan: S) => string) => ({
    onSuccess: (scan: S) => {
      onChanged(scan);
      toast.show({ tone: "good", message: messageOf(scan) });
    },
    onError: (error: Error) => toast.show({ tone: "bad", message: error.message }),
  });
  const ending = useMutation({
    mutationFn: (id: string) => api(checkOut, { id }, { organization }),
    ...withToast((scan: Scan) => `${nameOf(scan)} was checked out.`),
  });
  const undoing = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => api(undoCheckIn, { id, reason }, { organization }),
    ...withToast((scan: Undone) => undoneText(nameOf(scan), scan.freeze)),
  });
  const finding = useMutation({
    mutationFn: async (member_id: string) => {
      const { data } = await api(listCheckIns, { member_id, is_inside: true, limit: 1 }, { organization });
      return data[0]?.id ?? null;
    },
    onSuccess: (id) => {
      if (id) ending.mutate(id);
      else toast.show({ tone: "plain", message: "This member is not checked in." });
    },
    onError: (error: Error) => toast.show({ tone: "bad", message: error.message }),
  });
  return {
    checkOut: (id: string) => ending.mutate(id),
    checkOutMember: (member_id: string) => finding.mutate(member_id),
    undo: (id: string, reason: string) => undoing.mutate({ id, reason }),
    isBusy: ending.isPending || undoing.isPending || finding.isPending,
  };
}
