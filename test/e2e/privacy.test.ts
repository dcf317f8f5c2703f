import { expect, test } from './story';

test.describe('code that got into the page all the same', () => {
  // Each attempt is reported; what counts is that nothing is sent.
  test.use({ expectedProblems: /Content Security Policy|off origin: GET https:..example\.org/ });

  test('reaches no other origin and runs nothing inline', async ({ openApp }) => {
    const page = await openApp();
    const attempts = await page.evaluate(async () => {
      const far = 'https://example.org/';
      const byImage = new Promise<string>((done) => {
        const image = new Image();
        image.onload = () => {
          done('sent');
        };
        image.onerror = () => {
          done('blocked');
        };
        image.src = `${far}pixel.png`;
      });
      const inline = document.createElement('script');
      inline.textContent = 'window.wasRun = true;';
      document.head.append(inline);
      return {
        byFetch: await fetch(far).then(
          () => 'sent',
          () => 'blocked',
        ),
        byImage: await byImage,
        inline: 'wasRun' in window ? 'run' : 'blocked',
      };
    });
    expect(attempts).toEqual({
      byFetch: 'blocked',
      byImage: 'blocked',
      inline: 'blocked',
    });
  });
});
