"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/controls/button";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { downloadFile } from "@/lib/client/download-file";
import { listImportRows } from "@/lib/client/endpoints/imports";
import { formatCsvLine } from "@/lib/values/csv-line";
import { asSentence } from "@/lib/values/sentence";
import type { ImportJob } from "./job";

const byteOrderMark = "\ufeff";

interface RefusedDownloadProps {
  job: ImportJob;
  organization: string;
  refused: number;
}

/** Downloads the rejected rows with the reasons, so that they can be corrected and uploaded again. */
export function RefusedDownload({ job, organization, refused }: RefusedDownloadProps) {
  const toast = useToast();
  const save = useMutation({
    mutationFn: () => refusedRows(job, organization),
    onSuccess: (lines) => downloadFile(`rejected ${job.file_name}`, "text/csv", lines),
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <Button size="sm" icon={<Download aria-hidden="true" />} busy={save.isPending} onClick={() => save.mutate()}>
      Download {refused === 1 ? "1 rejected row" : `${refused} rejected rows`}
    </Button>
  );
}

async function refusedRows({ id, headers }: ImportJob, organization: string): Promise<string[]> {
  const lines = [byteOrderMark + formatCsvLine(["Row", "Reason", ...headers])];
  for (let cursor: string | undefined; ; ) {
    const input = { id, status: ["refused" as const], limit: 200, ...(cursor ? { cursor } : {}) };
    const { data, next_cursor } = await api(listImportRows, input, { organization });
    for (const { row_number, raw, problems } of data) {
      const reasons = problems.filter(({ severity }) => severity === "error").map(({ message }) => asSentence(message));
      lines.push(formatCsvLine([String(row_number), reasons.join(" "), ...raw]));
    }
    if (!next_cursor) return lines;
    cursor = next_cursor;
  }
}
