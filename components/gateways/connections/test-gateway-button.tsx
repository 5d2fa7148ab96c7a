"use client";

import { useMutation } from "@tanstack/react-query";
import { PlugZap } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import { testGateway } from "@/lib/client/endpoints/payment-gateways";

interface TestGatewayButtonProps {
  organization: string;
  id: string;
  label: string;
}

/** Asks the vendor whether the keys work, and shows its answer. */
export function TestGatewayButton({ organization, id, label }: TestGatewayButtonProps) {
  const router = useRouter();
  const test = useMutation({
    mutationFn: () => api(testGateway, { id }, { organization }),
    // Keys that work release the charges that wait.
    onSuccess: () => router.refresh(),
  });
  const isDone = test.isSuccess || test.isError;
  const works = test.data?.outcome === "answered";
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        icon={<PlugZap aria-hidden="true" />}
        busy={test.isPending}
        onClick={() => test.mutate()}
      >
        Test
      </Button>
      <Dialog
        open={isDone}
        onClose={() => test.reset()}
        title={`Test of ${label}`}
        actions={<Button onClick={() => test.reset()}>Close</Button>}
      >
        <Callout
          tone={works ? "good" : "bad"}
          role="status"
          title={works ? "The keys work" : "The keys do not work now"}
        >
          {test.data?.answer ?? test.error?.message}
        </Callout>
      </Dialog>
    </>
  );
}
