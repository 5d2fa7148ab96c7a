"use client";

import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { discardImport } from "@/lib/client/endpoints/imports";

interface DiscardButtonProps {
  organization: string;
  id: string;
  file_name: string;
}

export function DiscardButton({ organization, id, file_name }: DiscardButtonProps) {
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const discard = useMutation({
    mutationFn: () => api(discardImport, { id }, { organization }),
    onSuccess: () => {
      toast.show({ message: `${file_name} was discarded` });
      router.push(`/manage/${organization}/settings/import`);
      router.refresh();
    },
    onError: (error) => {
      setIsOpen(false);
      toast.show({ tone: "bad", message: error.message });
    },
  });
  return (
    <>
      <Button icon={<Trash2 aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Discard file
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={`Discard ${file_name}?`}
        actions={
          <>
            <Button onClick={() => setIsOpen(false)}>Cancel</Button>
            <Button variant="danger" busy={discard.isPending || discard.isSuccess} onClick={() => discard.mutate()}>
              Discard
            </Button>
          </>
        }
      >
        <p>The uploaded rows are deleted. Your file and your members are not affected.</p>
      </Dialog>
    </>
  );
}
