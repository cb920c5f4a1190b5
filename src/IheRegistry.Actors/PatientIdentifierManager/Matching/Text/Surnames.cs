namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

/// <summary>Surnames that are not read as the characters usually are, and surnames of two characters.</summary>
static class Surnames
{
    const string SpecialReadings =
        "单 shan 仇 qiu 解 xie 查 zha 曾 zeng 任 ren 区 ou 盖 ge 朴 piao 翟 zhai 覃 qin 种 chong 秘 bi 冼 xian 洗 xian 繁 po 折 she 黑 he 员 yun " +
        "乐 yue 宁 ning 缪 miao 牟 mu 逄 pang 隗 wei 召 shao 祭 zhai 过 guo 纪 ji 应 ying 燕 yan 句 gou 阚 kan 郗 xi 那 na 华 hua 卜 bu 重 chong " +
        "石 shi 尹 yin 车 che 沈 shen 贾 jia 葛 ge 谌 chen 晁 chao 佴 nai 郇 xun 尉 wei 俞 yu 柏 bai 薄 bo 会 gui 长 zhang 盛 sheng 臧 zang 幺 yao " +
        "么 yao 哈 ha 兴 xing 强 qiang 相 xiang 褚 chu 都 du 尉迟 yuchi 万俟 moqi 长孙 zhangsun 令狐 linghu 单于 chanyu 澹台 tantai 欧阳 ouyang " +
        "司马 sima 上官 shangguan 诸葛 zhuge 司徒 situ 东方 dongfang 皇甫 huangfu 慕容 murong 公孙 gongsun 轩辕 xuanyuan 钟离 zhongli 宇文 yuwen " +
        "鲜于 xianyu 端木 duanmu 南宫 nangong 西门 ximen 独孤 dugu 夏侯 xiahou 闻人 wenren 赫连 helian 呼延 huyan 拓跋 tuoba 百里 baili 东郭 dongguo " +
        "申屠 shentu 太史 taishi 公羊 gongyang 濮阳 puyang 淳于 chunyu 司空 sikong 司寇 sikou 仲孙 zhongsun 子车 ziju 颛孙 zhuansun";

    static readonly Dictionary<string, string> Special = SpecialReadings.Split(' ').Chunk(2).ToDictionary(c => c[0], c => c[1]);

    /// <summary>The readings of a simplified surname, the surname's own first.</summary>
    public static IReadOnlyList<string> Readings(string surname)
    {
        if (!Special.TryGetValue(surname, out var special)) return Readable.Of(surname);
        return surname.Length > 1 ? [special] : [special, .. Readable.Of(surname).Where(r => r != special)];
    }

    /// <summary>How many characters of a whole name in simplified Han are the surname.</summary>
    public static int LengthIn(string wholeName) =>
        wholeName.Length > 2 && Special.ContainsKey(wholeName[..2]) ? 2 : Math.Min(1, wholeName.Length);

    /// <summary>Surnames in pinyin of the commonest, by which a whole name in pinyin is told family name first.</summary>
    public static bool IsPinyin(string word) => Pinyin.Contains(word);

    static readonly HashSet<string> Pinyin = [.. PinyinWords.Split(' '), .. Special.Values];

    const string PinyinWords =
        "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao peng " +
        "xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding shen yao cui zhong tan fan wan jin shi liao jia xia fu fang zou " +
        "xiong bai meng qin qiu hou gu shao long yin qian hao kong mao chang lai wen niu pang yan yi qi hong gong tao dai mo an duan lei lan " +
        "ni ou nie zeng zhan zhai zhuang zong zuo zha xing xin xian xi xiang weng wen tong shu shi shan sheng shang sha ruan rong ren rao qu " +
        "qiao pu ping pei mi min miao mei lian leng ke kang ji jing ju ning nan mu mou hua huo geng ge gan dou diao di cong chu che chai bao " +
        "bi bian bo bu cen bei ai ao";
}
