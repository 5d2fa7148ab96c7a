import { toSearchText } from "@/lib/values/person-name";

const names = [
  "january jan januar jaenner janner enero ene janvier janv जनवरी",
  "february feb februar febrero fevrier fevr fev फरवरी",
  "march mar marz maerz mrz marzo mars मार्च",
  "april apr abril abr avril avr अप्रैल",
  "may mai mayo मई",
  "june jun juni junio juin जून",
  "july jul juli julio juillet juil जुलाई",
  "august aug agosto ago aout अगस्त",
  "september sept sep septiembre set septembre सितंबर",
  "october oct oktober okt octubre octobre अक्टूबर",
  "november nov noviembre novembre नवंबर",
  "december dec dezember dez diciembre dic decembre दिसंबर",
];

const monthOfName = new Map(
  names.flatMap((row, index) => row.split(" ").map((name) => [toSearchText([name]), index + 1])),
);

/** The month named in the text, 1 to 12. */
export const monthNamed = (text: string): number | null => {
  for (const word of toSearchText([text]).split(/[^\p{L}\p{M}]+/u)) {
    const month = monthOfName.get(word);
    if (month) return month;
  }
  return null;
};
