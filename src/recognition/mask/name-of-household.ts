import { namesIn } from './names-in.ts';
import { isNoName } from './not-names.ts';
import { isOfficial } from './official.ts';
import type { Detector, Finding } from './personal-data.ts';
import { PLACE_SURNAMES } from './places.ts';
import { isSurname } from './surnames.ts';

const HAN = '[㐀-鿿々〇ヶ]';
/** 猫田のおじさん: neighbours speak of one another by the household. */
const RELATED =
  'の(?:お[じば]さん|お[じば]い?ちゃん|お(?:じい|ばあ)(?:さん|ちゃん)|お(?:っ|ば)ちゃん|おっさん|[じば]い?ちゃん|じいさん|ばあさん|ご?主人|奥さん|奥様|旦那(?:さん|様)?|大将|若旦那|お?嫁さん|お?婿さん)';
/** 堂園どん, 猫田のおじさん. */
const HOUSEHOLD = new RegExp(
  `(?<!${HAN})(${HAN}{2,3})(?:${RELATED}|どん(?=[のがはからをにもへ、。]|$))`,
  'dgu',
);
/** One kanji is a name only where nothing but a name stands: 堀さんの, not 隣の. */
const ENDS_LIKE_SURNAME =
  /[田川村野井木島崎﨑沢澤谷園橋藤塚岡浦池森宮尾松倉瀬津永岸坂堀淵浜濱葉脇城辺邊邉越丸賀垣江嶋鶴亀]$/u;
/** 水田のおじさん, 離島のおばあさん, 保育園の, 親子どん: words that end like surnames. */
const WORDS =
  /^(?:水田|塩田|油田|炭田|荒野|分野|視野|平野|草原|半島|離島|列島|本島|陸橋|歩道橋|石橋|電池|近辺|周辺|身辺|川辺|海辺|水辺|窓辺|湖畔|温泉|雑木|材木|植木|庭木|枯葉|言葉|青葉|紅葉|若葉|落葉|千葉|年賀|祝賀|引越|年越|山越|沿岸|対岸|海岸|彼岸|浅瀬|鮮魚|弾丸|日丸|渓谷|酒蔵|米倉庫|神宮|お宮|竜宮|迷宮|急坂|登坂|砂浜|横浜|長浜|釧路|大津|会津|焼津|木更津|唐津|宮城|茨城|都城|結城|山城|新城|岩手|入江|松江|近江|永年|石垣|生垣|稲垣|佐賀|滋賀|静岡|福岡|長岡|盛岡|青森|長崎|宮崎|岡崎|高崎|韮崎|川崎|広島|福島|徳島|鹿児島|三島|江ノ島|金沢|米沢|所沢|藤沢|熊谷|越谷|渋谷|四谷|市川|旭川|石川|香川|神奈川|品川|荒川|滝川|砂川|長野|中野|上野|秦野|裾野|大野|佐野|福井|桜井|石井|小金井|軽井沢|厚木|栃木|六本木|松本|大木|並木|松島|淡路島|小豆島|佐渡島|種子島|屋久島|秋田|吹田|町田|蒲田|成田|五所川原|大船|千早)$|[幼保][稚育]園$|[公農学庭霊茶楽田]園$|動物園$|[県市町区山漁農寒]村$|[何数諸]島$|親子|鉄火|海鮮|豚肉|牛肉/u;

/** 「オオバ」という苗字, 苗字が奥さん: it is said of the word that it is a surname. */
const CALLED = new RegExp(
  `「(${HAN}{1,4}|[ァ-ヶー]{2,8}|[ぁ-ん]{2,6})」(?:さん|様)?(?:って|と)?(?:いう|言う|ゆう)?の?(?:が)?(?:苗字|名字|姓(?![名別]))|(?:苗字|名字)(?:は|が|も)「?(${HAN}{1,4}|[ァ-ヶー]{2,8})(?=さん|様|」|です|だっ|で[、。]|の方|という|と(?:おっしゃ|仰|言う|申)|と同)`,
  'dgu',
);
const NO_SURNAME =
  /苗字|名字|姓|氏名|名前|旧|新|本人|同じ|別|違|不明|変|読|漢字|カナ|一致|複数|多|珍|未|空|逆|両方|ローマ字|カタカナ|フリガナ|欄/u;

/** 林田→林の誤入力: the other half of a name put right. */
const PUT_RIGHT_BEHIND = new RegExp(
  `\\uE000(?:様|さん)? ?(?:→|⇒|->) ?(${HAN}{1,4})(?=の?(?:誤|入力|間違|訂正)|[にへ](?:訂正|修正|変更|改姓|改め|直)|(?:様|さん|氏)|[ 、。)」\\n]|$)`,
  'dgu',
);
const PUT_RIGHT_BEFORE = new RegExp(`(?<!${HAN})(${HAN}{1,4}) ?(?:→|⇒|->) ?(?=\\uE000)`, 'dgu');

/** Names told by whom they belong to, or by what is said about the name itself. */
export const detectNamesOfHousehold: Detector = (text) => [
  ...namesIn(text, HOUSEHOLD).filter((one) => isHousehold(text, one)),
  ...namesIn(text, CALLED).filter(({ start, end }) => {
    const name = text.slice(start, end);
    const isQuoted = text[start - 1] === '「';
    return !NO_SURNAME.test(name) && (isQuoted || isSurname(name) || !isNoName(name) || name === '奥');
  }),
  ...[...namesIn(text, PUT_RIGHT_BEHIND), ...namesIn(text, PUT_RIGHT_BEFORE)].filter(({ start, end }) =>
    isSurname(text.slice(start, end)),
  ),
];

function isHousehold(text: string, { start, end }: Finding): boolean {
  const name = text.slice(start, end);
  if (PLACE_SURNAMES.has(name) || WORDS.test(name) || isOfficial(text, start, end)) return false;
  return isSurname(name) || (ENDS_LIKE_SURNAME.test(name) && (name.endsWith('園') || !isNoName(name)));
}
