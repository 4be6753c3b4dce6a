// @vitest-environment jsdom
/** Traditional characters: 里 is the inside, a distance or a part of a name; words parted in the page are words. */
import { expect, test } from 'vitest';
import { convertPage } from '../../src/reader/settings/convertPage.ts';
import { createConverter } from '../../src/reader/settings/createConverter.ts';

const convert = await createConverter('traditional');

test.each([
  ['档案里、“离线”里、公司里德国人', '檔案裡、“離線”裡、公司裡德國人'],
  ['大海里的鱼，上海里面，在海里的船', '大海裡的魚，上海裡面，在海裡的船'],
  ['走了多少里路，30里，一千里，五海里', '走了多少里路，30里，一千里，五海里'],
  ['马里共和国、里海沿岸、埃里克、贾里德', '馬里共和國、里海沿岸、埃里克、賈里德'],
  ['邻里、里程碑、巴里、克里姆林宫', '鄰里、里程碑、巴里、克里姆林宮'],
])('%s', (simplified, traditional) => {
  expect(convert(simplified)).toBe(traditional);
});

test('the words of a heading are converted by what stands beside them, and put back', async () => {
  document.body.innerHTML = '<h2>皇<wbr>后在<wbr>三公<wbr>里<wbr>之后</h2>';
  const putBack = convertPage(document.body, convert);
  expect(document.body.textContent).toBe('皇后在三公里之後');
  putBack();
  expect(document.body.innerHTML).toBe('<h2>皇<wbr>后在<wbr>三公<wbr>里<wbr>之后</h2>');
});
