"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { FormRefusal } from "@/components/ui/forms/form-refusal";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { removeStaffMember } from "@/lib/contracts/team/staff";
import type { StaffPerson } from "./person";
import { asRole } from "./role-words";

interface RemoveDialogProps {
  organization: string;
  gym_name: string;
  person: StaffPerson;
  onClose: () => void;
}

export function RemoveDialog({ organization, gym_name, person, onClose }: RemoveDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => api(removeStaffMember, { id: person.id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `${person.name} has left the team` });
      router.refresh();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove ${person.name} from the team?`}
      actions={
        <>
          <Button onClick={onClose}>Keep {person.name}</Button>
          <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            Remove from the team
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <FormRefusal message={remove.error?.message} />
        <p>
          {person.name} is {asRole(person.role)} of {gym_name} until you confirm. Then:
        </p>
        <ul className="flex list-disc flex-col gap-1.5 pl-5">
          <li>The next click on any of their devices is refused.</li>
          <li>Their account stays, and so does what they do in other gyms.</li>
          <li>Everything they did here stays in the activity log under their name.</li>
          <li>To bring them back, invite {person.email} again.</li>
        </ul>
      </div>
    </Dialog>
  );
}
