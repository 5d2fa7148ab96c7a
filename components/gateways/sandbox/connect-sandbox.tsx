"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { connectGateway } from "@/lib/client/endpoints/payment-gateways";

/** Lets the gym take test payments. */
export function ConnectSandbox({ organization }: { organization: string }) {
  const router = useRouter();
  const toast = useToast();
  const connect = useMutation({
    mutationFn: () => api(connectGateway, { vendor: "sandbox" }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: "The sandbox is connected" });
      router.refresh();
    },
  });
  return (
    <div className="flex flex-col items-start gap-3">
      <FormError message={connect.error?.message} />
      <Button variant="primary" busy={connect.isPending} onClick={() => connect.mutate()}>
        Connect the sandbox
      </Button>
    </div>
  );
}
