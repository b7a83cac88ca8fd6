/** The commonest Japanese surnames. A name written without 様 is recognised only when it begins with one of them. */
const COMMON =
  '佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 渡部 山本 中村 小林 加藤 吉田 𠮷田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 齊藤 清水 山崎 山﨑 池田 橋本 阿部 安部 阿倍 石川 山下 中島 中嶋 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 阪本 福田 太田 大田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 武内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 宮﨑 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井 高田 増田 丸山 杉山 村田 大塚 新井 荒井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 岩崎 桜井 櫻井 木下 久保 佐野 野村 松尾 市川 菊地 菊池 杉本 古川 大西 島田 水野 桑原 山内 高野 松下 西田 渡部 服部 川口 川崎 飯田 西川 松岡 五十嵐 岩田 平田 北村 本田 本多 久保田 吉川 中田 川上 東 平井 浜田 濱田 樋口 秋山 田口 永井 辻 中西 石原 吉村 田辺 大久保 関口 松浦 栗原 福島 奥村 内藤 北川 岡崎 大谷 岩本 川村 小池 片山 望月 熊谷 富田 矢野 小松 黒田 広瀬 廣瀬 本間 横田 岡村 堀内 大橋 早川 吉岡 菅原 堀田 土屋 大島 水谷 永田 荒木 安田 松村 小西 三宅 須藤 大石 馬場 宮田 山中 前川 松永 西山 野田 黒木 星野 菅野 小田 河合 川合 服部 石橋 小沢 小澤 成田 白井 天野 飯塚 西尾 萩原 荻原 大川 篠原 村井 榎本 坂口 松原 関根 高山 今村 田島 足立 榊原 尾崎 児玉 小松 豊田 柳田 三好 森本 杉浦 藤岡 吉野 川島 河村 神田 岩井 福井 金井 大森 川田 上原 古田 野中 稲垣 岸本 長田 小倉 本郷 奥田 秋田 長野 甲斐 比嘉 金城 大城 宮城 島袋 平良 玉城 仲村 金田 金沢 竹田 高島 田代 浅野 西岡 東野 浅井 相澤 相沢 滝沢 瀧澤 寺田 根本 川本 吉原 志村 塚本 向井 入江 大内 宮川 宮下 津田 須田 沢田 澤田 森下 山岸 平山 平松 柏木 桜田 藤川 藤沢 藤澤 富永 福本 福永 松崎 村山 望月 百瀬 門田 安達 飯島 石黒 板垣 岩瀬 植田 上村 植村 江口 遠山 大沢 大澤 大山 岡野 沖田 奥山 落合 小原 笠原 梶原 鎌田 亀井 川端 河原 神谷 木田 北野 木本 黒川 桑田 小泉 小谷 小宮 小柳 近江 坂井 坂田 笹川 佐伯 塩田 島村 下田 庄司 白石 城田 新谷 杉田 杉原 須賀 関谷 千田 園田 高井 高瀬 滝口 竹中 竹本 立花 谷川 谷本 千田 土田 堤 手塚 戸田 冨田 豊島 中尾 中沢 中澤 中原 長尾 長島 永野 中本 中谷 西野 西本 西原 二宮 野崎 野沢 野上 萩野 羽田 畠山 花田 早坂 林田 原口 坂東 疋田 日野 平岡 平川 平林 深沢 福岡 福原 藤野 藤村 藤森 古賀 古谷 細川 堀江 堀口 前原 牧野 牧田 増井 町田 松沢 松山 三上 水口 水上 皆川 三村 宮内 宮坂 宮沢 宮澤 宮原 三輪 武藤 村瀬 室井 森川 森山 安井 柳沢 山根 山村 吉井 吉本 米田 若林 脇田 渡会 ' +
  // Surnames that end like a role or an organisation (者 部 室 院 生 方 屋 所) would otherwise be taken for one.
  '矢部 長谷部 岡部 磯部 園部 物部 日下部 綾部 刑部 軽部 建部 曽我部 羽生 麻生 桐生 蒲生 柳生 壬生 瓜生 丹生 緒方 土方 四方 生方 行方 守屋 古屋 芦屋 田所 城所 別所 氷室 小室 大室 三室 井手 花園 西園 御園 中園 伊集院 西園寺 秩父 ' +
  '相原 芦田 有馬 浅倉 生田 石塚 泉谷 磯野 今泉 江川 大畑 尾形 桂木 神崎 草野 国分 栗山 小笠原 郷田 今野 紺野 桜庭 篠田 島津 諏訪 芹沢 曽我 高杉 滝川 竹之内 辰巳 玉木 成瀬 根岸 野々村 蜂谷 深田 藤堂 不破 別府 堀越 真田 三井 水嶋 南野 宗像 山名 結城 湯川 吉沢 吉澤 鷲尾 渡瀬 犬飼 白鳥 久我 宇佐美 早乙女 早川 相馬 秋元 浅田 朝倉 石塚 石橋 稲葉 猪俣 今西 岩下 岩間 植木 江藤 大津 大貫 大平 岡部 奥野 小栗 押田 角田 加納 鎌倉 菅原 神山 菊田 北原 北島 木原 草間 楠本 国枝 倉田 黒沢 古賀 駒井 今田 斉木 斎木 佐川 桜木 塩谷 篠崎 柴崎 島崎 清野 瀬戸 添田 高岡 高畑 高松 滝田 武井 竹村 田尻 立石 玉井 千野 塚田 土井 戸塚 富岡 鳥居 内海 中岡 中田 中根 長井 長岡 永山 成宮 新田 西沢 西澤 西脇 沼田 根津 野島 橋口 蓮見 長谷 羽鳥 浜口 早田 半田 東山 平沢 平野 広田 福井 福島 藤崎 藤巻 船越 古川 星 本庄 正木 真鍋 丸田 三木 三橋 南 宮野 武者 村松 森岡 守田 門脇 八木 柳原 矢島 山形 山際 湯浅 横井 吉永 和久井 綿貫 ' +
  // Rarer ones.
  '高梨 新垣 尾上 市村 仲宗根 稲田 日高 安東 小石川 勅使河原 一ノ瀬 一之瀬 小鳥遊 梅原 梅田 梅津 梅本 青柳 青山 赤木 赤松 秋葉 秋吉 浅川 浅見 芦川 東谷 安宅 穴井 姉崎 天沼 天宮 荒川 有賀 有田 有村 粟野 安西 安生 飯野 飯村 井川 池上 池内 池谷 池本 石上 石岡 石神 石崎 石沢 石野 石渡 磯貝 磯崎 磯村 板倉 板橋 市原 市橋 市来 井手口 伊丹 伊原 伊吹 今川 今中 今福 入野 入山 岩倉 岩城 岩佐 岩永 岩渕 岩見 宇佐見 宇野 宇田川 内山 内村 梅沢 梅村 浦田 浦野 江崎 江原 江島 榎木 海老原 海老名 遠田 及川 大泉 大浦 大江 大岡 大倉 大河原 大崎 大杉 大隅 大関 大滝 大竹 大槻 大友 大沼 大場 大庭 大原 大村 大矢 大和田 岡安 岡林 小笠 小木 沖野 荻野 奥井 奥平 奥谷 尾関 小田島 小田切 小津 鬼頭 小野寺 小野田 小俣 小幡 海江田 垣内 加瀬 片桐 片平 片岡 勝又 勝田 勝村 加地 門倉 金丸 金森 金山 狩野 神野 神林 神保 亀田 亀山 鴨志田 河井 河内 河上 河田 河津 河本 川辺 川名 川野 川畑 川原 川又 川元 菅沼 菅谷 神原 岸田 岸川 貴志 喜多 木内 木崎 木島 岸野 北岡 北沢 北田 北林 北山 木津 鬼塚 儀間 木幡 君島 喜納 木山 清川 切通 桐山 久世 草刈 串田 九条 楠木 国井 国吉 久保寺 熊田 熊沢 倉本 倉持 倉橋 蔵本 黒沼 黒柳 桑名 桑野 郡司 小出 小暮 小坂 小塚 小寺 小沼 小早川 小平 小堀 小森 小柴 高坂 香取 古関 古城 越智 越川 輿水 児島 後閑 小玉 小長谷 小橋 小牧 小湊 米山 米谷 米倉 近田 財津 斉田 斎田 嵯峨 酒巻 阪口 阪田 坂上 坂巻 坂元 坂部 崎山 作田 佐久間 佐古 佐竹 定塚 里見 里村 佐藤田 佐原 佐山 沢井 沢口 沢村 澤井 澤口 澤村 三条 椎名 椎葉 塩崎 塩川 塩沢 塩野 塩見 志賀 重田 重松 宍戸 設楽 柴山 渋井 渋谷 澁谷 島内 島本 清家 下川 下村 下山 首藤 庄田 新海 神宮寺 陣内 進藤 榛葉 末永 末次 末吉 菅井 杉江 杉谷 杉村 杉森 助川 鈴村 砂田 陶山 諏訪部 瀬尾 瀬川 関川 関本 瀬古 仙石 曽根 曽根田 園山 染谷 高尾 高垣 高倉 高階 高柴 高西 高林 高見沢 高谷 高柳 財前 滝本 滝井 竹島 竹下 竹之下 竹山 武智 武部 武村 田崎 田嶋 田沢 館野 舘野 立野 辰野 伊達 田名部 棚橋 谷田 谷村 谷山 種田 田畑 田原 田淵 田丸 田宮 田上 玉置 玉田 玉野 多田 為末 丹羽 丹野 近松 千原 塚原 塚越 津久井 柘植 津川 辻井 辻村 辻本 津島 津村 坪井 坪内 鶴田 出川 手島 寺内 寺井 寺岡 寺尾 寺島 寺西 寺本 照井 東海林 当間 時田 常田 徳井 徳田 徳永 戸川 戸谷 戸部 富川 富樫 友田 豊川 鳥海 鳥山 直井 中居 中井 仲井 永瀬 永松 永江 永岡 永沢 中川原 中込 中里 中条 中城 長沢 長澤 長嶋 長瀬 長友 長沼 永友 中林 中務 中矢 仲田 仲本 永倉 名越 鍋島 成沢 成島 南条 新妻 新島 二階堂 西井 西浦 西江 西垣 西城 西島 西谷 西塚 西出 西巻 西宮 西森 庭野 布施 貫井 沼尻 沼野 根元 野木 野坂 野末 野添 野津 野間 野本 野元 延原 萩本 橋田 橋爪 橋詰 蓮沼 長谷山 幡野 畑中 八田 花井 花岡 花輪 羽生田 馬渕 浜崎 濱崎 浜島 浜野 浜本 濱口 早瀬 林原 葉山 原島 原野 針谷 榛沢 春山 半沢 東島 東出 東本 樋上 肥後 久田 久松 久野 菱田 日比野 平賀 平尾 平岩 平木 平瀬 平沼 平本 広岡 弘中 廣田 広川 深井 深尾 深川 深谷 深見 深山 福士 福留 福西 福村 藤枝 藤尾 藤木 藤倉 藤代 藤城 藤谷 藤永 藤波 藤平 藤山 二神 二見 淵上 船木 船山 古市 古沢 古澤 古山 星川 星名 細井 細田 細谷 堀川 堀部 堀本 本城 本橋 本山 前島 前野 牧原 牧村 正岡 増子 増尾 増山 升田 町井 松木 松坂 松嶋 松澤 松平 松谷 松葉 松丸 松元 的場 真壁 間宮 真下 丸岡 丸尾 三枝 三沢 三澤 三谷 三田 三田村 三石 光井 水越 水沢 溝口 溝渕 南雲 南川 南沢 峰岸 峯岸 簑島 箕輪 三原 宮井 宮尾 宮岡 宮口 宮越 宮武 宮地 宮寺 宮永 宮林 宮部 宮前 宮村 宮脇 三吉 向山 牟田 武者小路 村岡 村尾 村木 村越 村島 村中 村野 村本 室田 毛利 茂木 元木 本宮 本吉 桃井 森井 森口 森沢 森谷 森野 森部 森村 盛田 諸岡 門間 八木沢 矢沢 矢田 矢口 矢崎 矢代 屋代 安川 安岡 安村 保田 梁瀬 柳川 柳瀬 藪内 矢吹 山浦 山尾 山賀 山川 山上 山木 山城 山添 山谷 山部 山辺 山室 山脇 山野 山之内 湯原 横尾 横川 横沢 横地 横溝 吉浦 吉江 吉崎 吉武 吉成 吉羽 吉見 吉松 四元 米沢 米本 若井 若松 若山 若槻 脇坂 分部 鷲見 和田山 渡嘉敷 伊波 喜屋武 具志堅 知念 照屋 当真 渡久地 仲里 名嘉 比屋根 宮平 屋良 与那嶺 安里 安次嶺 阿久津 我妻 吾妻 阿久根 芥川 綾小路 城之内 五味 九十九 月見里 八月一日 四十万 東雲 不知火 御子柴 百目鬼 ' +
  '風間 鮫島 占部 弓削 権藤 権田 根来 十河 生田目 長宗我部 円城寺 薬袋 栗花落 真栄田 我那覇 名嘉真 瀬名波 仲村渠 喜友名 東江 新里 宮里 平安名 砂川 友利 与座 座間味 伊礼 翁長 嘉数 赤嶺 大嶺 城間 国場 石嶺 久高 棚原 当山 富里 豊見山 長嶺 外間 真喜志 宮国 山入端 兼城 目取真 真栄城 鮎川 朝比奈 浅海 安積 安斎 猪狩 猪股 今枝 岩切 上杉 魚住 梅崎 浦川 江頭 江尻 大河内 大越 大迫 大隈 大畠 岡島 奥津 小椋 折原 恩田 貝塚 柿沼 笠井 笠間 梶田 風見 柏原 金原 上条 亀岡 苅田 川添 川西 岸上 日下 朽木 熊井 黒岩 桑山 小久保 小菅 後藤田 小日向 小宮山 紺谷 西条 坂根 佐瀬 佐田 座間 沢木 塩津 重森 篠塚 柴原 島川 下平 白川 白木 城山 菅沢 鈴江 須永 世古 袖山 高良 高宮 田頭 竹森 多々良 谷岡 玉川 千明 千種 筒井 常盤 津野 坪田 寺崎 土居 東郷 当麻 土岐 殿村 富沢 友部 内野 長江 中越 中濱 中平 中丸 名取 鳴海 新堀 丹治 沼沢 野瀬 萩尾 蓮池 畠中 初鹿 土師 檜山 平間 深町 藤掛 藤島 船津 真木 増岡 松倉 真野 水原 溝上 宮島 向田 村主 森永 門馬 柳井 藪下 山西 湯沢 脇本 和気 勝部 帯刀 麻植 水主 喜田 於保 有働 草壁 菊川 増渕 人見 宇都宮 田端 平塚 益田 沢藤 八重樫';
const SINGLE =
  '湊 轟 堺 榊 林 森 原 東 南 北 西 平 谷 関 堀 辻 岡 菅 星 岸 島 泉 堤 畑 浜 柳 榎 桂 城 宮 杉 沢 滝 武 角 柏 梅 栗 楠 竹 桑 橘 藤 牧 峯 峰 旭 伴 越 奥 乾 勝 神 向 迫 脇 李 金 朴 王 陳 張 劉 黄 鄭 崔 姜 趙 楊 呉 周 徐 孫 馬 高 許 鄧 何 梁 宋 曹 蔡 葉 范 阮 扇 柴 塙 秦 椿 渡 藪 磯 沖';
const ROMAN =
  'Sato|Satou|Suzuki|Takahashi|Tanaka|Ito|Itoh|Watanabe|Yamamoto|Nakamura|Kobayashi|Kato|Yoshida|Yamada|Sasaki|Yamaguchi|Matsumoto|Inoue|Kimura|Saito|Shimizu|Yamazaki|Yamasaki|Ikeda|Hashimoto|Abe|Ishikawa|Yamashita|Nakajima|Nakashima|Ishii|Ogawa|Maeda|Okada|Hasegawa|Fujita|Goto|Kondo|Murakami|Endo|Aoki|Sakamoto|Fukuda|Ota|Ohta|Nishimura|Fujii|Kaneko|Okamoto|Fujiwara|Miura|Nakano|Nakagawa|Harada|Matsuda|Takeuchi|Ono|Tamura|Nakayama|Wada|Ishida|Morita|Ueda|Uchida|Shibata|Sakai|Yokoyama|Takagi|Ando|Miyamoto|Ohno|Kojima|Kudo|Taniguchi|Imai|Takada|Masuda|Maruyama|Sugiyama|Murata|Otsuka|Arai|Hirano|Kono|Ueno|Noguchi|Takeda|Matsui|Chiba|Iwasaki|Sakurai|Shimada|Smith|Johnson|Nguyen|Tran|Kim|Lee|Park|Chen|Wang|Zhang|Silva|Santos|Hayashi|Mori|Hara';

const SURNAMES: ReadonlySet<string> = new Set(COMMON.split(' '));
const SINGLE_SURNAMES: ReadonlySet<string> = new Set(SINGLE.split(' '));

/** Most signs begin no surname: they are passed over without cutting words out. */
const FIRST_SIGNS: ReadonlySet<string> = new Set(Array.from(SURNAMES, (name) => name.charAt(0)));

/** Source of a pattern for surnames in Latin letters. */
export const ROMAN_SURNAME = `(?:${ROMAN}|${ROMAN.toUpperCase()})`;

/** Length of the common surname of two or three characters at the position, or 0. */
export function surnameLengthAt(text: string, position: number): number {
  if (!FIRST_SIGNS.has(text.charAt(position))) return 0;
  for (const length of [3, 2]) {
    const word = text.slice(position, position + length);
    if (word.length === length && SURNAMES.has(word)) return length;
  }
  return 0;
}

/** A surname with a given name; what begins with no known surname has to be long enough for both. */
export function isFullName(name: string): boolean {
  const surname = surnameLengthAt(name, 0);
  return surname > 0 ? name.length > surname : name.length >= 4;
}

export function isSurname(word: string): boolean {
  return SURNAMES.has(word) || SINGLE_SURNAMES.has(word);
}

export function commonSurnames(): string[] {
  return [...SURNAMES, ...SINGLE_SURNAMES];
}
