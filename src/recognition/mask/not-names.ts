/** Words before 様・さん that are roles, relations, organisations or parts of other words, never a person's name. */
const words = (list: string) => list.trim().split(/\s+/);

/** Complete words: お客様, 仕様, たくさん. */
const WHOLE = new Set(
  words(`
    客 皆 奥 外 同 仕 模 多 一 有 王 神 子 先 各 異 何 文 紋 今 上 殿 貴 旦那 主人 嫁 婿 姫 仏 雷 閻魔 獅子 御 某 両 彼 源 摂 華
    母 父 娘 息子 孫 祖母 祖父 姉 妹 兄 弟 夫 妻 義母 義父 義姉 義妹 義兄 義弟 叔父 叔母 伯父 伯母 長男 長女 次男 次女 三男 三女
    子供 家族 遺族 親族 両親 親御 親 夫婦 夫妻 兄弟 姉妹 子息 息女 令嬢 隣 近所 大家 女将 赤 坊 嬢 僕 本人 名義 配偶者
    新人 派遣 委託 警備 清掃 窓口 担当 受付 代表 名 世話 苦労 愁傷 陰 蔭 逆 疲 馳走 個人 法人 企業 団体 銀行 役所 役場 警察 消防 本部 支部 総務 経理 人事 庶務
    適用 徴収 給付 記録 相談 国年 厚年 年金 健保 保険 郵政 郵便 宅配 配送 運送 印刷 業界 病院 学校 大学 高校 弊 他 御社 貴社 弊社
    お客 おかげ かげ あり さか ごちそう おきゃく みな みなさま おく おかあ おとう かあ とう おばあ おじい ばあ じい おば おじ おねえ おにい ねえ にい
    だんな むすめ むすこ おこ こ よめ おまわり たく だく おっ つれあい ひと かみ ほとけ おう この その あの どの かの さる
    ように ほんにん ご おくさ おやご ごめいわく おつかれ ごくろう おひと おじょう おぼっちゃ ぼっちゃ パパ ママ あか おや となり おとなり
    婆 爺 婆様 爺様 得意 通訳 沈 諸 甲 乙 丙 丁 富士通 保守 集配 共済 労組 同一
    ヤマト クロネコ サガワ ゆうパック メルカリ ソフトバンク ドコモ トヨタ ホンダ パナソニック ヨドバシ
    営業 オペ 内職 SE 監督 世話役 守衛 大工 秘書 端末 駐在 生徒 下請け 下請 姑 舅 常連 飴 俳優 双子 仲居 配達 刑事 自己研 元奥 女房 小僧
    営業所 よそ どなた おかみ おめ ありがと おはよう おれは オキャク ボット チャットボット モニター
    研 どちら 今月 先月 来月 今年 昨年 本年 遅番 早番 日勤 夜勤 株 有限
    家内 亡妻 亡夫 棟梁 司書 理事 専務 常務 女優 探偵 同姓同名 非常勤 用務 権利書 許可 前 身内 一体何 大勢 一同 オレ ボク ケース タイプ モード メイン サブ`),
);

/** Ends of words for roles and organisations: 受給者, 相談員, 会計事務所, コールセンター. */
const END =
  /(?:客|様|性|第[一二三四五六七八九十\d]+子|[一二三四五六七八九十何数]名|者|員|士|師|人|方|主|長|官|手|生|社|所|局|行|店|署|院|園|校|庁|省|課|室|班|会|組合|機構|役場|本部|支部|部門|担当|窓口|機関|家族|遺族|夫婦|夫妻|両親|親子|親戚|親類|知人|友人|仲間|同士|先生|大臣|議員|各位|先|側|婦|屋|係|部|宛|宛名|名義|旦那|主人|息子|娘|母|父|祖母|祖父|嫁|孫|兄|姉|弟|妹|センター|スタッフ|ドライバー|ヘルパー|パート|アルバイト|バイト|(?<![ァ-ヶ])マネ|マネージャー|リーダー|ユーザー?|クレーマー|メンバー|サポーター|オーナー|オペレータ-?|オペレーター|テナント|ハローワーク|ガードマン|システム|サービス|クリニック|デイサービス|ホーム|ステーション|コンビニ|スーパー|タクシー|カスタマー|クライアント|コール|サポート|チーム|グループ|メーカー|ベンダー|ディーラー|キャリア|ニート|フリーター|シニア|シルバー|ベテラン|ルーキー|リース|ケアマネ|ケアマネジャー|ワーカー|ソーシャルワーカー|ボランティア|インターン|エンジニア|ライター|レジ|ゲスト|ママ|パパ|お得意|役|医|監督|会計|協|任|用|御|[当宿]直|年金|うちの[ぁ-ん]{1,3}|ばあ|(?<!ふ)じい|のとう|かあ|ばっ|モニター|ボット|郵便|急便|運輸|電力|電鉄|生命|損保|証券|信託|交通|ガス|水道|建設|工業|商事|産業|組|通訳|後見人|団体|クラブ|教室|商店|チャット|モデル|ハウス|センチ)$/u;

const ROMAN = new Set(
  words(`AI UI IT PC OA ATM FAX TEL NTT KDDI JR USB ID Teams Zoom Excel Word Outlook Google Amazon Microsoft Windows
    LINE Slack Yahoo Apple Adobe Web Mail Office Center Support Helpdesk Team Staff User Customer Dear Hello Thanks The`),
);

/** Given names that end like a role or a relation: 正人, 健士, 孝行, 弥生; not 本人, 税理士, 銀行, 先生. */
const GIVEN_LIKE =
  /^(?:[正和直勇隼義清政雅英秀寛博貴将賢邦頼崇克明春秋陽健佳晴悠海拓颯結湊蓮律奏琉理遥晃文武史公広宏尚真]人|[健武雄圭剛恒敦篤温仁龍竜敬浩聡]士|[孝正和利友信宗敏弘広則紀博文英貴秀智隆征]行|[弥芽和拓岳幹康直芳哲達]生)$/u;

export function isGivenLike(word: string): boolean {
  return GIVEN_LIKE.test(word);
}

/** Words of titles and workplaces that may follow a surname: 中村年金事務所, 田中課長, 前田建設. */
const AFTER_SURNAME =
  /^(?:年金|事務|課長|所長|部長|係長|室長|班長|局長|次長|副所|副課|副部|主任|主査|主幹|主事|職員|相談員|理事|支店|本店|営業|出張|支部|本部|支所|本所|委員|議員|総務|大臣|知事|市長|建設|農園|農場|牧場|水産|酒造|石油|工業|工務|産業|商店|商会|商事|運輸|運送|製作|製造|電機|電気|医院|病院|内科|外科|眼科|歯科|薬局|銀行|信金|不動産|印刷|物産|興業|食品|自動車|化学|製薬|大学|高校|小学|中学|県|市|区|町|村|駅|港|空港|公園|方面|地方|地区|地域|分室|担当|窓口|清掃|警備|さん家|センター|オフィス|クリニック|ビル|支局|税務|労働|法務|市役|区役|町役|派遣|東|西|南|北|中央|菜の)/u;

/** 本人, 家族, 主人: complete words for people and their roles. */
export function isWordForPeople(word: string): boolean {
  return WHOLE.has(word);
}

export function isNoName(word: string): boolean {
  return WHOLE.has(word) || END.test(word) || ROMAN.has(word);
}

export function isTitleOrPlace(words: string): boolean {
  return AFTER_SURNAME.test(words);
}

const LEADING = words(`
  昨日 本日 今日 先日 明日 昨夜 今朝 先週 先月 今週 今月 来週 同日 当日 翌日 前日 午前 午後 以前 最近 早朝 夕方 現在 今回 前回 先程 先刻
  受給者 受給権者 被保険者 被扶養者 請求者 申請者 届出人 届出者 事業主 世帯主 配偶者 代理人 相談者 来所者 来訪者 利用者 対象者 加入者 入所者 入居者 審査請求人
  来訪 届出 対象 返戻 未納 同様 不在 電話口 契約者 受取人 名義人 死亡者 遺族 本人 夫 妻 長男 長女 次男 次女 三男 三女 母 父 娘 息子 義母 義父 兄 弟 姉 妹 孫 顧客 担当 別人 同姓同名 宛先 宛名 宛 故 旧姓 通称名 対応 受付
  窓口 電話 来所 来訪 照会 相談 件 日 月 時 年 分 名 人 方 者 様 氏 殿 社労士 弁護士 税理士 司法書士 行政書士 社長 氏名 名前 姓名 通知 元
`).sort((a, b) => b.length - a.length);

/** 4月1日山田様, but 月見里様. */
const COUNTERS = new Set(['日', '月', '時', '年', '分', '件', '名', '人']);

/** How much of the start of a run of kanji is another word (本日御手洗様): the name begins behind it. */
export function leadingWordsLength(run: string, isAfterNumber = true): number {
  let length = 0;
  for (;;) {
    const rest = run.slice(length);
    const word = LEADING.find(
      (candidate) =>
        rest.length > candidate.length &&
        rest.startsWith(candidate) &&
        (length > 0 || isAfterNumber || !COUNTERS.has(candidate)),
    );
    if (word === undefined) return length;
    length += word.length;
  }
}
