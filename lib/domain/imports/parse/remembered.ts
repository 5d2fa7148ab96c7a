import { toSearchText } from "@/lib/values/person-name";

/** Bounds the memory, because a column may have a different word in every row. */
const mostResults = 500;

/** The same pure function, which keeps its latest results: the cells of a column repeat few words. */
export const remembered = <Result>(read: (text: string) => Result): ((text: string) => Result) => {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined || results.has(text)) return known as Result;
    if (results.size === mostResults) results.clear();
    const result = read(text);
    results.set(text, result);
    return result;
  };
};

/** A cell that is a word of a list, or a name, without case, accents and punctuation. */
export const folded = remembered((word) => toSearchText([word]));
