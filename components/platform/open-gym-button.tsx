"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type OpenedGym, OpenGymForm } from "@/components/identity/open-gym-form";
import { Button } from "@/components/ui/controls/button";
import type { SelectOption } from "@/components/ui/forms/select";
import { Dialog, DialogActions } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";

export function OpenGymButton({ currencies }: { currencies: readonly SelectOption[] }) {
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const opened = ({ name, invitation }: OpenedGym) => {
    toast.show({ tone: "good", message: `${name} created. Invitation sent to ${invitation?.email}` });
    router.refresh();
    close();
  };
  return (
    <>
      <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        Create gym
      </Button>
      <Dialog open={open} onClose={close} title="Create a gym for its owner">
        <OpenGymForm
          currencies={currencies}
          names_owner
          onOpened={opened}
          actions={(isBusy) => (
            <DialogActions>
              <Button onClick={close}>Cancel</Button>
              <Button type="submit" variant="primary" busy={isBusy}>
                Create gym and invite
              </Button>
            </DialogActions>
          )}
        />
      </Dialog>
    </>
  );
}
