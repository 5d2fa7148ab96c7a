import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import { mailColours } from "./colours";
import { type MailContent, paragraphs } from "./mail-content";
import { Prose } from "./prose";
import { darkModeCss, styles } from "./styles";
import { directionOf, unsubscribeText } from "./words";

export function MailLayout({ brand, language, subject, body, button, unsubscribe_url }: MailContent) {
  const colours = mailColours(brand.colour);
  const texts = paragraphs(body);
  return (
    <Html lang={language} dir={directionOf(language)}>
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkModeCss(colours.link_dark)}</style>
      </Head>
      <Body className="page" style={styles.page}>
        <Preview>{texts.join(" ").slice(0, 140)}</Preview>
        <Container className="sheet" style={{ ...styles.sheet, borderTop: `4px solid ${colours.fill}` }}>
          <Section style={styles.header}>
            {brand.logo_url ? (
              <Img src={brand.logo_url} alt={brand.name} height={40} style={styles.logo} />
            ) : (
              <Text className="ink" style={styles.name}>
                {brand.name}
              </Text>
            )}
          </Section>
          <Heading as="h1" className="ink" style={styles.heading}>
            {subject}
          </Heading>
          {texts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a mail is drawn once
            <Text key={index} className="ink" style={styles.text}>
              <Prose text={text} link_colour={colours.link} />
            </Text>
          ))}
          {button && (
            <Section style={styles.action}>
              <Button href={button.url} style={{ ...styles.button, background: colours.fill, color: colours.on_fill }}>
                {button.label}
              </Button>
            </Section>
          )}
          <Hr className="rule" style={styles.rule} />
          <Text className="quiet" style={styles.footer}>
            {brand.name}
            {brand.address && <br />}
            {brand.address}
          </Text>
          {unsubscribe_url && (
            <Text className="quiet" style={styles.footer}>
              <Link href={unsubscribe_url} className="quiet" style={styles.unsubscribe}>
                {unsubscribeText(language)}
              </Link>
            </Text>
          )}
        </Container>
      </Body>
    </Html>
  );
}
