/** The commonest Japanese surnames. A name written without 様 is recognised only when it begins with one of them. */
const COMMON =
  '佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 渡部 山本 中村 小林 加藤 吉田 𠮷田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 齊藤 清水 山崎 山﨑 池田 橋本 阿部 安部 阿倍 石川 山下 中島 中嶋 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 阪本 福田 太田 大田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 武内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 宮﨑 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井 高田 増田 丸山 杉山 村田 大塚 新井 荒井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 岩崎 桜井 櫻井 木下 久保 佐野 野村 松尾 市川 菊地 菊池 杉本 古川 大西 島田 水野 桑原 山内 高野 松下 西田 渡部 服部 川口 川崎 飯田 西川 松岡 五十嵐 岩田 平田 北村 本田 本多 久保田 吉川 中田 川上 東 平井 浜田 濱田 樋口 秋山 田口 永井 辻 中西 石原 吉村 田辺 大久保 関口 松浦 栗原 福島 奥村 内藤 北川 岡崎 大谷 岩本 川村 小池 片山 望月 熊谷 富田 矢野 小松 黒田 広瀬 廣瀬 本間 横田 岡村 堀内 大橋 早川 吉岡 菅原 堀田 土屋 大島 水谷 永田 荒木 安田 松村 小西 三宅 須藤 大石 馬場 宮田 山中 前川 松永 西山 野田 黒木 星野 菅野 小田 河合 川合 服部 石橋 小沢 小澤 成田 白井 天野 飯塚 西尾 萩原 荻原 大川 篠原 村井 榎本 坂口 松原 関根 高山 今村 田島 足立 榊原 尾崎 児玉 小松 豊田 柳田 三好 森本 杉浦 藤岡 吉野 川島 河村 神田 岩井 福井 金井 大森 川田 上原 古田 野中 稲垣 岸本 長田 小倉 本郷 奥田 秋田 長野 甲斐 比嘉 金城 大城 宮城 島袋 平良 玉城 仲村 金田 金沢 竹田 高島 田代 浅野 西岡 東野 浅井 相澤 相沢 滝沢 瀧澤 寺田 根本 川本 吉原 志村 塚本 向井 入江 大内 宮川 宮下 津田 須田 沢田 澤田 森下 山岸 平山 平松 柏木 桜田 藤川 藤沢 藤澤 富永 福本 福永 松崎 村山 望月 百瀬 門田 安達 飯島 石黒 板垣 岩瀬 植田 上村 植村 江口 遠山 大沢 大澤 大山 岡野 沖田 奥山 落合 小原 笠原 梶原 鎌田 亀井 川端 河原 神谷 木田 北野 木本 黒川 桑田 小泉 小谷 小宮 小柳 近江 坂井 坂田 笹川 佐伯 塩田 島村 下田 庄司 白石 城田 新谷 杉田 杉原 須賀 関谷 千田 園田 高井 高瀬 滝口 竹中 竹本 立花 谷川 谷本 千田 土田 堤 手塚 戸田 冨田 豊島 中尾 中沢 中澤 中原 長尾 長島 永野 中本 中谷 西野 西本 西原 二宮 野崎 野沢 野上 萩野 羽田 畠山 花田 早坂 林田 原口 坂東 疋田 日野 平岡 平川 平林 深沢 福岡 福原 藤野 藤村 藤森 古賀 古谷 細川 堀江 堀口 前原 牧野 牧田 増井 町田 松沢 松山 三上 水口 水上 皆川 三村 宮内 宮坂 宮沢 宮澤 宮原 三輪 武藤 村瀬 室井 森川 森山 安井 柳沢 山根 山村 吉井 吉本 米田 若林 脇田 渡会 ' +
  // Surnames that end like a role or an organisation (者 部 室 院 生 方 屋 所) would otherwise be taken for one.
  '矢部 長谷部 岡部 磯部 園部 物部 日下部 綾部 刑部 軽部 建部 曽我部 羽生 麻生 桐生 蒲生 柳生 壬生 瓜生 丹生 緒方 土方 四方 生方 行方 守屋 古屋 芦屋 田所 城所 別所 氷室 小室 大室 三室 井手 花園 西園 御園 中園 伊集院 西園寺 秩父 ' +
  '相原 芦田 有馬 浅倉 生田 石塚 泉谷 磯野 今泉 江川 大畑 尾形 桂木 神崎 草野 国分 栗山 小笠原 郷田 今野 紺野 桜庭 篠田 島津 諏訪 芹沢 曽我 高杉 滝川 竹之内 辰巳 玉木 成瀬 根岸 野々村 蜂谷 深田 藤堂 不破 別府 堀越 真田 三井 水嶋 南野 宗像 山名 結城 湯川 吉沢 吉澤 鷲尾 渡瀬 犬飼 白鳥 久我 宇佐美 早乙女 早川 相馬 秋元 浅田 朝倉 石塚 石橋 稲葉 猪俣 今西 岩下 岩間 植木 江藤 大津 大貫 大平 岡部 奥野 小栗 押田 角田 加納 鎌倉 菅原 神山 菊田 北原 北島 木原 草間 楠本 国枝 倉田 黒沢 古賀 駒井 今田 斉木 斎木 佐川 桜木 塩谷 篠崎 柴崎 島崎 清野 瀬戸 添田 高岡 高畑 高松 滝田 武井 竹村 田尻 立石 玉井 千野 塚田 土井 戸塚 富岡 鳥居 内海 中岡 中田 中根 長井 長岡 永山 成宮 新田 西沢 西澤 西脇 沼田 根津 野島 橋口 蓮見 長谷 羽鳥 浜口 早田 半田 東山 平沢 平野 広田 福井 福島 藤崎 藤巻 船越 古川 星 本庄 正木 真鍋 丸田 三木 三橋 南 宮野 武者 村松 森岡 守田 門脇 八木 柳原 矢島 山形 山際 湯浅 横井 吉永 和久井 綿貫';
const SINGLE =
  '堺 榊 林 森 原 東 南 北 西 平 谷 関 堀 辻 岡 菅 星 岸 島 泉 堤 畑 浜 柳 榎 桂 城 宮 杉 沢 滝 武 角 柏 梅 栗 楠 竹 桑 橘 藤 牧 峯 峰 旭 伴 越 奥 乾 勝 神 向 迫 脇 李 金 朴 王 陳 張 劉 黄 鄭 崔 姜 趙 楊 呉 周 徐 孫 馬 高 許 鄧 何 梁 宋 曹 蔡 葉 范 阮';
const ROMAN =
  'Sato|Satou|Suzuki|Takahashi|Tanaka|Ito|Itoh|Watanabe|Yamamoto|Nakamura|Kobayashi|Kato|Yoshida|Yamada|Sasaki|Yamaguchi|Matsumoto|Inoue|Kimura|Saito|Shimizu|Yamazaki|Yamasaki|Ikeda|Hashimoto|Abe|Ishikawa|Yamashita|Nakajima|Nakashima|Ishii|Ogawa|Maeda|Okada|Hasegawa|Fujita|Goto|Kondo|Murakami|Endo|Aoki|Sakamoto|Fukuda|Ota|Ohta|Nishimura|Fujii|Kaneko|Okamoto|Fujiwara|Miura|Nakano|Nakagawa|Harada|Matsuda|Takeuchi|Ono|Tamura|Nakayama|Wada|Ishida|Morita|Ueda|Uchida|Shibata|Sakai|Yokoyama|Takagi|Ando|Miyamoto|Ohno|Kojima|Kudo|Taniguchi|Imai|Takada|Masuda|Maruyama|Sugiyama|Murata|Otsuka|Arai|Hirano|Kono|Ueno|Noguchi|Takeda|Matsui|Chiba|Iwasaki|Sakurai|Shimada|Smith|Johnson|Nguyen|Tran|Kim|Lee|Park|Chen|Wang|Zhang|Silva|Santos|Hayashi|Mori|Hara';

const SURNAMES: ReadonlySet<string> = new Set(COMMON.split(' '));
const SINGLE_SURNAMES: ReadonlySet<string> = new Set(SINGLE.split(' '));

/** Source of a pattern for surnames in Latin letters. */
export const ROMAN_SURNAME = `(?:${ROMAN}|${ROMAN.toUpperCase()})`;

/** Length of the common surname of two or three characters at the position, or 0. */
export function surnameLengthAt(text: string, position: number): number {
  for (const length of [3, 2]) {
    const word = text.slice(position, position + length);
    if (SURNAMES.has(word)) return word.length;
  }
  return 0;
}

export function isSurname(word: string): boolean {
  return SURNAMES.has(word) || SINGLE_SURNAMES.has(word);
}
