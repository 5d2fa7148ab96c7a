"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { removeStaffMember } from "@/lib/client/endpoints/team";
import { asRole } from "./role-descriptions";
import type { StaffMember } from "./staff-member";

interface RemoveDialogProps {
  organization: string;
  gym_name: string;
  person: StaffMember;
  onClose: () => void;
}

export function RemoveDialog({ organization, gym_name, person, onClose }: RemoveDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => api(removeStaffMember, { id: person.id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `${person.name} was removed from the team` });
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
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            Remove from team
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <FormError message={remove.error?.message} />
        <p>
          {person.name} is {asRole(person.role)} of {gym_name}. After you remove them:
        </p>
        <ul className="flex list-disc flex-col gap-1.5 pl-5">
          <li>They lose access immediately on all devices.</li>
          <li>They keep their account and their access to other gyms.</li>
          <li>Their entries in the activity log remain.</li>
          <li>You can invite {person.email} again at any time.</li>
        </ul>
      </div>
    </Dialog>
  );
}
