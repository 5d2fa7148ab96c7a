/** A PDF with the name under which it is saved or attached. */
export type NamedPdf = { file_name: string; bytes: Uint8Array };

export const fileNameOf = (text: string): string => `${text.replace(/[^A-Za-z0-9-]+/g, "-")}.pdf`;

/** The answer of a download. */
export const pdfAnswer = ({ file_name, bytes }: NamedPdf) => ({
  toResponse: (headers: Record<string, string>) =>
    new Response(new Uint8Array(bytes), {
      headers: {
        ...headers,
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${file_name}"`,
      },
    }),
});
